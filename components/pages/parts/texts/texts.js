// Texts whose characters can be chosen: by mouse or touch, or by keyboard with one tab stop a text.
// Side by side, the first column may be the slider's own: it follows the slider in the browser, without the server.
// Every character is written with textContent, so nothing in a text is ever read as markup.

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function hint(data, character, bits, parting, temperature) {
  let said = filled(data.hint, { character: data.names[character] ?? character, bits });
  if (temperature !== undefined) said = filled(data.slider.character_at, { said, temperature });
  return parting ? `${data.parting}: ${said}` : said;
}

// A line break at the parting would not be seen.
const sign = (character, state) => (character === "\n" && state === "parting" ? "⏎\n" : character);

// The character on the line above or below that stands nearest: texts wrap where there is no more room.
function beside(spans, active, down) {
  const here = spans[active].getBoundingClientRect();
  let best = active, least = Infinity;
  spans.forEach((span, place) => {
    const there = span.getBoundingClientRect();
    const lines = (there.top - here.top) * (down ? 1 : -1);
    if (lines < here.height / 2) return;
    const away = lines * 1000 + Math.abs(there.left - here.left);
    if (away < least) [best, least] = [place, away];
  });
  return best;
}

const NOTHING = { characters: [], levels: "", states: [], measures: [] };

// A text as a list of characters; `box.write` gives it other ones, and keeps the elements.
function listbox(root, data, row) {
  const box = element("div", "text");
  box.tabIndex = 0;
  box.setAttribute("role", "listbox");
  if (data.before) box.dataset.before = data.before; // what stood before, so that nobody takes the text to begin in a word
  const spans = [];
  let active = 0, text;

  box.write = (next) => {
    text = next;
    box.setAttribute("aria-label", text.title);
    const low = Math.min(...text.along ?? []), high = Math.max(...text.along ?? []);
    box.classList.toggle("along", low < high);
    while (spans.length > text.characters.length) spans.pop().remove();
    text.characters.forEach((character, position) => {
      let span = spans[position];
      if (!span) {
        span = element("span", "");
        span.id = `character-${data.id}-${row}-${position}`;
        span.setAttribute("role", "option");
        span.dataset.position = position;
        spans.push(span);
        box.append(span);
      }
      const name = `c ${text.states[position] ?? ""} s${text.levels[position]}`;
      const shown = sign(character, text.states[position]);
      // What stays as it is costs nothing: the browser lays out only what has changed.
      if (span.textContent !== shown) span.textContent = shown;
      if (span.className !== name) span.className = name;
      if (low < high) span.style.setProperty("--height", ((text.along[position] - low) / (high - low)).toFixed(2));
      // What cannot be seen is called by its name.
      const called = data.names[character];
      if (called) span.setAttribute("aria-label", called);
      else span.removeAttribute("aria-label");
    });
  };
  const describe = (span) => {
    const position = Number(span.dataset.position);
    const bits = text.bits ? text.bits[position].toFixed(1) : text.levels[position];
    return hint(data, text.characters[position], bits, text.states[position] === "parting", text.along?.[position]);
  };
  box.mark = (position) => {
    spans[active]?.classList.remove("chosen");
    spans[active]?.removeAttribute("aria-selected");
    if (!spans.length || position === null) return;
    active = Math.min(position, spans.length - 1);
    spans[active].classList.add("chosen");
    spans[active].setAttribute("aria-selected", "true");
    spans[active].setAttribute("aria-label", describe(spans[active]));
    box.setAttribute("aria-activedescendant", spans[active].id);
  };
  box.onmouseover = (event) => {
    const span = event.target.closest(".c");
    if (span) span.title = describe(span);
  };
  box.onclick = (event) => {
    const span = event.target.closest(".c");
    // Whoever selects text with the mouse wants to copy it.
    if (span && getSelection().isCollapsed) root.choose(row, Number(span.dataset.position));
  };
  box.onfocus = () => { if (!data.follows) box.mark(active); };
  box.onblur = () => { if (!data.follows) box.mark(null); };
  box.onkeydown = (event) => {
    const last = spans.length - 1;
    const places = {
      ArrowLeft: () => Math.max(0, active - 1), ArrowRight: () => Math.min(last, active + 1), Home: () => 0, End: () => last,
      ArrowUp: () => beside(spans, active, false), ArrowDown: () => beside(spans, active, true),
    };
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") {
      root.choose(row, active);
    } else if (event.key in places && spans.length) {
      box.mark(places[event.key]());
      spans[active].scrollIntoView({ block: "nearest", inline: "nearest" });
      clearTimeout(root.waiting); // one answer for a key that is held down
      root.waiting = data.follows ? setTimeout(() => root.choose(row, active), 80) : undefined;
    } else {
      return;
    }
    event.preventDefault();
  };
  return box;
}

function ledger(root, data) {
  const scroller = element("div", "scroller");
  data.texts.forEach((text, row) => {
    const line = element("div", "row"), box = listbox(root, data, row);
    box.write(text);
    line.append(element("div", "title", text.title), box);
    scroller.append(line);
  });
  return scroller;
}

// One column: a text, and below it the same without the cut, if that is shown too.
function column(root, data, row) {
  const section = element("section", "sample"), above = passage(root, data, row, "h2");
  section.append(above);
  const below = data.twins && section.appendChild(twin(root, data, row));
  section.write = (text, without) => {
    section.setAttribute("aria-label", text.title);
    above.write(text);
    below?.write(without ?? { title: filled(data.twins.title, { title: text.title }), note: data.twins.coming, ...NOTHING });
  };
  return section;
}

// A character of the text without the cut leads to where the two part.
function twin(root, data, row) {
  const choose = (_, position) => {
    const parting = made.text.states.indexOf("parting");
    root.choose(row, parting < 0 ? position : parting);
  };
  const { hint, parting } = data.twins;
  const made = passage({ choose }, { ...data, hint, parting, id: `${data.id}-twin` }, row, "h3");
  made.classList.add("twin");
  return made;
}

// A text with its heading, a button that copies it, what is said of it, its measures.
function passage(root, data, row, heading) {
  const section = element("div", "passage"), head = element("div", "head");
  const title = element(heading, ""), note = element("p", "note"), measures = element("dl", ""), box = listbox(root, data, row);
  const button = element("button", "copy");
  button.type = "button";
  button.append(element("span", "sheets"));
  note.setAttribute("role", "status");
  let text;
  button.onclick = async () => {
    await copy(text.characters.join(""));
    note.textContent = data.copied;
    clearTimeout(button.waiting);
    button.waiting = setTimeout(() => { note.textContent = text.note; }, SAID);
  };
  button.title = data.copy;
  section.write = (next) => {
    const measured = JSON.stringify(next.measures) !== JSON.stringify(text?.measures);
    text = section.text = next;
    title.textContent = text.title;
    note.textContent = text.note;
    button.setAttribute("aria-label", `${data.copy}: ${text.title}`);
    box.write(text);
    if (!measured) return;
    measures.replaceChildren(...text.measures.map(([name, value]) => {
      const line = element("div", "");
      line.append(element("dt", "", name), element("dd", "", value));
      return line;
    }));
  };
  head.append(title, button);
  section.append(head, note, box, measures);
  return section;
}

// Where two texts first differ; nothing if they do not.
function parting(one, other) {
  const end = Math.min(one.length, other.length);
  for (let place = 0; place < end; place++) if (one[place] !== other[place]) return place;
  return undefined;
}

// The slider's text at a temperature, and where it parts from the fixed column nearest in temperature.
export function atTheSlider(data, temperature) {
  const { texts, same, shares, at_once, coming, alone } = data.slider;
  const nearest = data.fixed.length
    ? data.fixed.reduce((best, t, place) => (Math.abs(t - temperature) < Math.abs(data.fixed[best] - temperature) - 1e-9 ? place : best), 0)
    : undefined;
  const beside = data.texts[nearest], blanks = { temperature: data.fixed[nearest] };
  const title = filled(data.slider.title, { temperature: Number(temperature.toFixed(2)) });
  if (!texts.length) {
    // What is not written yet is shown as its neighbour, and said to be.
    return beside
      ? { ...beside, title, note: filled(coming, blanks), states: beside.characters.map(() => "") }
      : { title, note: alone, ...NOTHING };
  }
  const { at, ...text } = against(beside?.characters, data, data.slider, temperature);
  // A network that takes long has fewer texts than the slider has places.
  if (!text.along && Math.abs(text.written - temperature) > 1e-9) {
    return { title, note: filled(data.slider.nearest, { temperature: text.written }), ...text };
  }
  const note = !beside ? "" : filled(at === undefined ? same : at === 0 ? at_once : shares, { ...blanks, count: at });
  return { title, note, ...text };
}

// What is written at the slider's temperature when nothing is cut, and where it parts from what is written with the cut.
export function withoutTheCut(data, temperature, above) {
  const { own, same, shares, at_once } = data.twins;
  if (!own.texts.length || !data.slider.texts.length) return undefined;
  const { at, ...text } = against(above.characters, data, own, temperature);
  const note = filled(at === undefined ? same : at === 0 ? at_once : shares, { count: at });
  return { title: filled(data.twins.title, { title: above.title }), note, ...text };
}

// One of the slider's texts as it is shown beside another, and where they part.
function against(other, data, { temperatures, texts, levels, measures, along }, temperature) {
  const place = temperatures.reduce((best, t, index) => (Math.abs(t - temperature) < Math.abs(temperatures[best] - temperature) ? index : best), 0);
  const characters = Array.from(texts[place], (character) => data.signs[character] ?? character);
  const at = other && parting(characters, other);
  // A text that is the same to its end stays as it is: a whole column of pale type is not read.
  const states = characters.map((_, position) => (position < at ? "shared" : position === at ? "parting" : ""));
  return { at, written: temperatures[place], characters, levels: levels[place], states, measures: measures[place], along: along.length ? along : undefined };
}

function columns(root, data) {
  const samples = element("div", "samples");
  if (data.slider) {
    const own = column(root, data, -1);
    own.classList.add("own");
    root.follow = (temperature) => {
      if (root.temperature === temperature) return;
      root.temperature = temperature;
      const text = atTheSlider(data, temperature);
      root.written = text.written ?? temperature;
      own.write(text, data.twins && withoutTheCut(data, temperature, text));
    };
    root.temperature = undefined;
    root.follow(Number(document.querySelector(SLIDER)?.value ?? data.slider.resting));
    samples.append(own);
  }
  data.texts.forEach((text, row) => {
    const fixed = column(root, data, row);
    fixed.write(text, data.twins?.fixed[row]);
    samples.append(fixed);
  });
  samples.classList.toggle("twins", Boolean(data.twins));
  samples.classList.toggle("hidden", data.hidden !== "");
  if (data.hidden) samples.dataset.hidden = data.hidden;
  samples.inert = data.hidden !== "";
  return samples;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".texts");
  const mark = (position) => root.querySelectorAll(".text").forEach((box) => box.mark(position));
  root.choose = (row, position) => {
    root.waiting = undefined;
    root.sent = position;
    if (data.follows) mark(position); // seen at once; the page follows
    setTriggerValue("chosen", { row, position, temperature: row < 0 ? root.written : null });
  };
  // New data call this function again, and not what it returned before: so the listener of the last time ends here.
  root.stop?.();
  const moved = (event) => { if (event.target.matches?.(SLIDER)) root.follow?.(Number(event.target.value)); };
  document.addEventListener("input", moved, true);
  root.stop = () => document.removeEventListener("input", moved, true);

  const { chosen, ...shown } = data;
  const described = JSON.stringify(shown);
  if (root.described !== described) { // what stays as it is keeps its place, and the keyboard's
    const before = root.querySelector(".scroller")?.scrollLeft ?? 0;
    root.described = described;
    clearTimeout(root.waiting);
    root.waiting = root.sent = root.follow = undefined;
    root.replaceChildren(data.follows ? ledger(root, data) : columns(root, data));
    if (data.follows) root.firstChild.scrollLeft = before;
  }
  if (data.follows) follow(root, chosen, mark);
  return () => root.stop();
}

function follow(root, chosen, mark) {
  // An answer to an older choice does not take the mark from the hand that has gone on.
  if (root.waiting !== undefined || (root.sent !== undefined && root.sent !== chosen)) return;
  root.sent = undefined;
  mark(chosen);
  const scroller = root.firstChild, first = root.querySelector(".chosen");
  if (!first) return;
  const left = first.offsetLeft - scroller.scrollLeft;
  if (left < 60 || left > scroller.clientWidth - 40) scroller.scrollLeft = first.offsetLeft - scroller.clientWidth / 2;
}
