package io.mingshi.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads comma-separated values of one line each, quoted where needed (RFC 4180).
final class Csv {
    private Csv() {}

    /// The rows without the first, which names the columns.
    static List<List<String>> read(Path file, int columns) throws IOException {
        var rows = new ArrayList<List<String>>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            List<String> cells = cells(line);
            if (cells.size() != columns) {
                throw new CoverageFault(
                        file.getFileName() + " has " + cells.size() + " cells instead of " + columns + ": " + line);
            }
            rows.add(cells);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
