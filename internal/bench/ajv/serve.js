// Measures ajv for the benchmarks. It greets with a line that names its version. Then each line of standard input is a
// request in JSON with a line as its answer: {"schema":…,"document":"text"} loads a document and answers with its
// number, {"number":0,"runs":1000} answers with the microseconds of CPU that so many runs took, all threads together.
//
// A run begins with bytes, as it does for the other peers. Run it with --expose-gc.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const ajv = new Ajv({ strict: false }); // schemas have keywords for generators
addFormats(ajv);
const validators = new Map(); // by text of the schema
const loaded = [];

function load({ schema, document }) {
  const text = JSON.stringify(schema);
  if (!validators.has(text)) validators.set(text, ajv.compile(schema));
  loaded.push({ valid: validators.get(text), bytes: Buffer.from(document) });
  return { number: loaded.length - 1 };
}

function time({ number, runs }) {
  const { valid, bytes } = loaded[number];
  globalThis.gc();
  const start = process.cpuUsage();
  for (let i = 0; i < runs; i++) {
    if (!valid(JSON.parse(bytes.toString()))) throw new Error("refused: " + ajv.errorsText(valid.errors));
  }
  const { user, system } = process.cpuUsage(start);
  return { micros: user + system };
}

function answer(request) {
  try {
    return request.schema ? load(request) : time(request);
  } catch (e) {
    return { error: e.message };
  }
}

const { version } = createRequire(import.meta.url)("ajv/package.json");
console.log(JSON.stringify({ version: `ajv ${version} with node ${process.version}` }));
for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(answer(JSON.parse(line))));
}
