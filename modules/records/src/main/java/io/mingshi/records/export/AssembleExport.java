package io.mingshi.records.export;

import io.mingshi.records.Evidence;
import io.mingshi.records.LogLedger;
import io.mingshi.records.NoteSigner;
import io.mingshi.records.RecordScan;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Makes the one file of an export from its parts.
@Singleton
class AssembleExport {
    private final Evidence evidence;
    private final LogLedger ledger;
    private final NoteSigner signer;
    private final RecordScan scan;
    private final Statements statements;

    AssembleExport(Evidence evidence, LogLedger ledger, NoteSigner signer, RecordScan scan, Statements statements) {
        this.evidence = evidence;
        this.ledger = ledger;
        this.signer = signer;
        this.scan = scan;
        this.statements = statements;
    }

    /// Writes the file.
    void assemble(Export.Running export, List<Exports.Part> parts, Path folder, Path file) throws IOException {
        try (Assembly assembly = new Assembly(export, parts, folder, file, evidence)) {
            assembly.records();
            assembly.completeness(scan);
            assembly.stored(statements.files());
            assembly.log(ledger);
            assembly.finish(signer);
        }
    }
}
