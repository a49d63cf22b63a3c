// package-lock.json in, the same without a registry's address out: whichever registry is set serves it.
// (npm's own omit-lockfile-registry-resolved forgets the optional parts of other platforms.)
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file));
for (const part of Object.values(lock.packages)) delete part.resolved;
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
