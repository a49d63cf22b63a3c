// Every page: forms that answer in place (htmx), keys, and the parts that other pages bring along.
import "htmx.org";
import { startKeys } from "./keys.js";

const parts = import.meta.glob("./{review,report,compare,story}.js", { eager: true });

startKeys();
for (const part of Object.values(parts)) part.start?.();
if (document.querySelector("[data-map]")) import("./map.js"); // Leaflet and the outlines, only where there is a map
