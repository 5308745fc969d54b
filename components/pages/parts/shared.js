// What the page's components share; it stands before the script of each.

// The sliders over T by their names: the live figure's, which Vega calls by parameter and field; a page's own, which
// moves those of the figures that follow it.
const SLIDER = ".st-key-live input[name=T_T]";
const PAGE_SLIDER = ".slider input[name=temperature]";
const FOLLOWERS = ".stVegaLiteChart input[name=T]";
const SAID = 2000; // milliseconds that a word about a copy stays

// A page that is not served over TLS has no clipboard of its own.
async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}

// A sentence with its blanks filled in; what follows a colon in a blank is for Python.
const filled = (sentence, blanks) =>
  Object.entries(blanks).reduce((text, [name, value]) => text.replace(new RegExp(`\\{${name}[^}]*\\}`), () => value), sentence);

// A probability as the page writes it: see `components.presenting.numbers`.
function percent(p) {
  if (p === 0) return "0 %";
  if (p < 1e-5) return "< 0.001 %";
  return `${(100 * p).toFixed(p < 1e-3 ? 3 : 1)} %`;
}

// A finger that comes down on a slider to scroll the page moves it before the browser takes that finger for its
// scrolling: then the slider goes back to where it stood.
function keepScrollingOffSliders() {
  if (window.slidersHeedScrolling) return;
  window.slidersHeedScrolling = true;
  let touched, stood;
  addEventListener("pointerdown", ({ target, pointerType }) => {
    touched = pointerType === "touch" && target.matches?.(`${SLIDER}, ${PAGE_SLIDER}`) ? target : undefined;
    stood = touched?.value;
  }, true);
  addEventListener("pointercancel", () => {
    if (!touched || touched.value === stood) return;
    touched.value = stood;
    touched.dispatchEvent(new Event("input", { bubbles: true }));
  }, true);
}
