// Places in, a map out. A town is a dot, a district a wash; what has no coordinates is never drawn:
// it stands in the list beside the map. Outlines are Natural Earth's; there is no tile server.
import L from "leaflet";
import "leaflet/dist/leaflet.css";
import { feature } from "topojson-client";
import outlines from "world-atlas/countries-50m.json?url";

const FAR = 9; // nearer than this the outlines tell nothing
const START = { center: [20, 10], zoom: 2 };
const NEAR = 4; // from here on a small map of the world says where this one lies
const START_FRAME = [[0, 0], [1, 1]];
const STEPS = [30, 10, 5, 2, 1, 0.5]; // degrees between two lines of the grid

for (const box of document.querySelectorAll("[data-map]")) {
  draw(box).catch(() => (box.hidden = true)); // left before it came, or no answer: the list below tells the same
}

async function draw(box) {
  box.hidden = false; // at once: what stands below must not jump when the outlines have come
  const [places, world] = await Promise.all([load(box.dataset.map), load(outlines)]);
  const spots = places.features.filter((each) => each.geometry);
  if (!spots.length) box.classList.add("bare");
  const map = L.map(box, {
    attributionControl: false, scrollWheelZoom: !box.classList.contains("small"), minZoom: 1, maxZoom: FAR,
    worldCopyJump: true, zoomSnap: 0.5, fadeAnimation: !calm(), zoomAnimation: !calm(), markerZoomAnimation: !calm(),
    ...START,
  });
  const land = feature(world, world.objects.countries);
  for (const each of land.features) unroll(each.geometry);
  drawLand(map, box, land);
  drawGrid(map);
  L.control.scale({ imperial: false, maxWidth: 120 }).addTo(map);
  drawWorld(map, box, land);
  const bounds = drawSpots(map, spots);
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [36, 36], maxZoom: 7, animate: false });
}

async function load(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

function drawLand(map, box, land) {
  const look = getComputedStyle(box);
  const style = {
    fillColor: look.getPropertyValue("--land"), fillOpacity: 1, weight: 1,
    color: look.getPropertyValue("--border"),
  };
  L.geoJSON(land, { style, interactive: false, renderer: L.canvas({ padding: 0.5 }) }).addTo(map);
}

/** Lines of latitude and longitude, named at the edge: where there is only sea, they say where. */
function drawGrid(map) {
  const lines = L.layerGroup().addTo(map);
  const renew = () => {
    lines.clearLayers();
    const seen = map.getBounds();
    const step = STEPS.find((each) => (seen.getEast() - seen.getWest()) / each >= 3) ?? STEPS.at(-1);
    for (let lat = first(seen.getSouth(), step); lat <= Math.min(seen.getNorth(), 85); lat += step) {
      drawLine(lines, [[lat, seen.getWest() - 1], [lat, seen.getEast() + 1]], degrees(lat, "N", "S"), [lat, seen.getWest()], "lat");
    }
    for (let lon = first(seen.getWest(), step); lon <= seen.getEast(); lon += step) {
      drawLine(lines, [[-85, lon], [85, lon]], degrees(wrap(lon), "E", "W"), [seen.getNorth(), lon], "lon");
    }
  };
  map.on("moveend zoomend resize", renew);
}

function drawLine(lines, ends, words, at, kind) {
  L.polyline(ends, { className: "grid", interactive: false, weight: 1 }).addTo(lines);
  const icon = L.divIcon({ className: `degrees ${kind}`, html: `<span aria-hidden="true">${words}</span>`, iconSize: null });
  const spot = lines._map.latLngToContainerPoint(at);
  if (kind === "lon" && spot.x < 56) return; // the buttons stand there
  L.marker(at, { icon, interactive: false, keyboard: false }).addTo(lines);
}

function first(from, step) {
  return Math.ceil(Math.max(from, -360) / step) * step;
}

function wrap(lon) {
  return ((((lon + 180) % 360) + 360) % 360) - 180;
}

function degrees(value, plus, minus) {
  const size = Math.abs(Math.round(value * 10) / 10);
  return `${size}°${size === 0 ? "" : value > 0 ? ` ${plus}` : ` ${minus}`}`;
}

/** A map of the world in the corner, with a frame where the large one lies. */
function drawWorld(map, box, land) {
  const corner = L.DomUtil.create("div", "world");
  corner.setAttribute("aria-hidden", "true");
  box.append(corner);
  const world = L.map(corner, {
    attributionControl: false, zoomControl: false, dragging: false, keyboard: false, scrollWheelZoom: false,
    doubleClickZoom: false, boxZoom: false, touchZoom: false, zoomSnap: 0, minZoom: -2, fadeAnimation: false, zoomAnimation: false,
  });
  world.fitBounds([[-58, -170], [76, 180]], { animate: false });
  drawLand(world, box, land);
  const frame = L.rectangle(START_FRAME, { className: "frame", interactive: false, weight: 1.5 }).addTo(world);
  const point = L.circleMarker([0, 0], { className: "frame", interactive: false, radius: 5 }).addTo(world);
  map.on("moveend zoomend resize", () => {
    corner.hidden = map.getZoom() < NEAR;
    frame.setBounds(map.getBounds());
    point.setLatLng(map.getCenter());
  });
}

/** A coast that crosses the date line goes on beyond it: else a line would cut across the map. */
function unroll(geometry) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  for (const ring of polygons.flat()) {
    const crosses = ring.some(([lon], at) => at > 0 && Math.abs(lon - ring[at - 1][0]) > 180);
    if (crosses) for (const point of ring) if (point[0] < 0) point[0] += 360;
  }
}

function drawSpots(map, spots) {
  const bounds = L.latLngBounds([]);
  const washes = spots.filter((each) => each.properties.form === "wash");
  const dots = spots.filter((each) => each.properties.form !== "wash");
  for (const spot of [...washes, ...dots]) {
    const [lon, lat] = spot.geometry.coordinates;
    const layer = drawSpot(spot.properties, [lat, lon]).addTo(map);
    layer.bindPopup(() => tell(spot.properties), { maxWidth: 280 });
    layer.bindTooltip(spot.properties.name, { direction: "right", offset: [8, 0] });
    name(layer, spot.properties);
    bounds.extend([lat, lon]);
  }
  return bounds;
}

function drawSpot(told, at) {
  const className = `spot ${told.form} ${told.status ?? "unsupported"}`;
  if (told.form === "wash") return L.circle(at, { radius: told.radius_km * 1000, className });
  return L.circleMarker(at, { radius: 6, className });
}

/** A spot is reached and opened by keyboard too. */
function name(layer, told) {
  const shape = layer.getElement();
  if (!shape) return;
  shape.setAttribute("tabindex", "0");
  shape.setAttribute("role", "button");
  shape.setAttribute("aria-label", `${told.name}, ${told.says}`);
  shape.addEventListener("keydown", (event) => event.key === "Enter" && layer.openPopup());
}

/** What a spot says: all words come as text, never as markup. */
function tell(told) {
  const box = document.createElement("div");
  box.append(line("b", told.name), line("p", told.says));
  const list = document.createElement("ul");
  for (const each of told.happenings.slice(0, 6)) {
    const item = document.createElement("li");
    const link = line("a", each.title);
    link.href = `/events/${encodeURIComponent(each.id)}`;
    item.append(link, each.when ? ` · ${each.when}` : "");
    if (each.words) item.append(line("q", each.words));
    list.append(item);
  }
  box.append(list);
  const more = (told.count ?? told.happenings.length) - list.children.length;
  if (more > 0) box.append(line("p", `and ${more} more`));
  return box;
}

function line(tag, words) {
  const made = document.createElement(tag);
  made.textContent = words;
  made.dir = "auto";
  return made;
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
