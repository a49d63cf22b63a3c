// The report page: a span that was cut at a crossing lights up whole, and a reader lands on it.
const lit = () => {
  document.querySelectorAll(".lit").forEach((each) => each.classList.remove("lit"));
  const name = decodeURIComponent(location.hash.slice(1));
  if (!/^c\d+-\d+$/.test(name)) return;
  const pieces = document.querySelectorAll(`[data-of="${name}"]`);
  pieces.forEach((each) => each.classList.add("lit"));
  pieces[0]?.scrollIntoView({ block: "center" });
};
addEventListener("hashchange", lit);
lit();
