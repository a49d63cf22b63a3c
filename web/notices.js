// The licences of the parts that are bundled, as one file beside them. Fails on one that is not allowed.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const ALLOWED = /^(MIT|ISC|0BSD|BSD-[0-3]-Clause|Apache-2\.0|CC0-1\.0|Unlicense)$/;
const OUT = new URL("../src/twosource/serve/web/static/THIRD-PARTY.txt", import.meta.url);
const { dependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url)));

const wanted = Object.keys(dependencies);
const parts = new Map();
for (let name = wanted.shift(); name; name = wanted.shift()) {
  if (parts.has(name) || name.startsWith("@types/")) continue;
  const folder = new URL(`node_modules/${name}/`, import.meta.url);
  const told = JSON.parse(readFileSync(new URL("package.json", folder)));
  const licence = typeof told.license === "string" ? told.license : told.license?.type;
  if (!ALLOWED.test(licence ?? "")) throw new Error(`${name}: licence ${licence} is not allowed here`);
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const words = file ? readFileSync(new URL(file, folder), "utf8").trim() : licence;
  parts.set(name, `${name} ${told.version} (${licence})\n\n${words}\n`);
  wanted.push(...Object.keys(told.dependencies ?? {}));
}

const pages = [...parts.keys()].sort().map((name) => parts.get(name));
const outlines = "world-atlas redistributes outlines made by Natural Earth, which are in the public domain.\n";
writeFileSync(OUT, `${[...pages, outlines].join(`\n${"-".repeat(72)}\n\n`)}`);
