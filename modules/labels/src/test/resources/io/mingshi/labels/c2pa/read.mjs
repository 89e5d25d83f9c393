// Prints what the C2PA reference implementation thinks of files, one line each: state, codes of success, of failure.
// node read.mjs FOLDER_WITH_NODE_MODULES ANCHORS.pem|- FILE TYPE [FILE TYPE]...
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [cache, anchors, ...files] = process.argv.slice(2);
const folder = join(cache, 'node_modules', '@contentauth', 'c2pa-wasm', 'pkg');
const { WasmReader, initSync } = await import(pathToFileURL(join(folder, 'c2pa.js')));
initSync({ module: readFileSync(join(folder, 'c2pa_bg.wasm')) });

const settings = anchors === '-' ? undefined : JSON.stringify({
  trust: { user_anchors: readFileSync(anchors, 'utf8') },
  verify: { verify_trust: true },
});
const codes = (list) => (list ?? []).map((entry) => entry.code).join(',');
for (let i = 0; i < files.length; i += 2) {
  try {
    const reader = await WasmReader.fromBytes(files[i + 1], readFileSync(files[i]), settings);
    const report = JSON.parse(reader.json());
    const results = report.validation_results?.activeManifest;
    const aigc = report.manifests[report.active_manifest].assertions.find((one) => one.label === 'org.mingshi.aigc');
    console.log(`${report.validation_state} + ${codes(results?.success)} - ${codes(results?.failure)} = ${JSON.stringify(aigc?.data)}`);
  } catch (problem) {
    console.log(`Unreadable ${problem?.message ?? problem}`);
  }
}
