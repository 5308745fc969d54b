// The page's instrument in one file: its figure, and its parts as they are, each a module of its own.
const given = JSON.parse(document.getElementById("given").textContent);
const dark = matchMedia("(prefers-color-scheme: dark)").matches;

// What Vega measures has to be in its own type.
await Promise.all([...document.fonts].map((font) => font.load()));
const bindings = document.querySelector("form.vega-bindings");
bindings.onsubmit = (event) => event.preventDefault();
await vegaEmbed("#figure", given.figure, {
  renderer: "svg", actions: false, defaultStyle: false, bind: bindings, tooltip: { theme: dark ? "dark" : "light" },
});

// How far the slider has come is a share of its way, for its colour.
const slider = bindings.querySelector("input[type=range]");
const colour = () => slider.style.setProperty("--way", (slider.value - slider.min) / (slider.max - slider.min));
document.addEventListener("input", colour, true);
colour();

for (const [name, { script, data }] of Object.entries(given.parts)) {
  const part = await import("data:text/javascript;charset=utf-8," + encodeURIComponent(script));
  const parentElement = document.querySelector(`[data-part=${name}]`);
  // What a character or a bar leads to on the page is not in the file.
  part.default({ data, parentElement, setTriggerValue() {} });
}
document.body.dataset.ready = "";
