// What the slider's own column shows at a temperature: a text, and where it parts from another.

const NOTHING = { characters: [], levels: "", states: [], measures: [] };

// Where two texts first differ; nothing if they do not.
function parting(one, other) {
  const end = Math.min(one.length, other.length);
  for (let place = 0; place < end; place++) if (one[place] !== other[place]) return place;
  return undefined;
}

const equal = (one, other) => Math.abs(one - other) < 1e-9;

// Whether a text is there for a temperature: until a hand comes to the slider, only that for where it rests.
const isThere = ({ texts, whole }, data, temperature) => texts.length && (whole || equal(data.slider.resting, temperature));

// The place of the temperature that is nearest, the first of two as near.
const nearest = (temperatures, to) =>
  temperatures.reduce((best, t, place) => (Math.abs(t - to) < Math.abs(temperatures[best] - to) - 1e-9 ? place : best), 0);

// The slider's text at a temperature, and where it parts from the fixed column nearest in temperature.
export function atTheSlider(data, temperature) {
  const { coming, alone } = data.slider;
  const place = nearest(data.fixed, temperature);
  const beside = data.texts[place], blanks = { temperature: data.fixed[place] };
  const title = filled(data.slider.title, { temperature: Number(temperature.toFixed(2)) });
  if (!isThere(data.slider, data, temperature)) {
    // What is not written yet is shown as its neighbour, and said to be.
    return beside
      ? { ...beside, title, note: filled(coming, blanks), states: beside.characters.map(() => "") }
      : { title, note: alone, ...NOTHING };
  }
  const { at, ...text } = against(beside?.characters, data, data.slider, temperature);
  // A network that takes long has fewer texts than the slider has places.
  if (!text.along && !equal(text.written, temperature)) {
    return { title, note: filled(data.slider.nearest, { temperature: text.written }), ...text };
  }
  return { title, note: beside ? shared(data.slider, at, blanks) : "", ...text };
}

// What is written at the slider's temperature when nothing is cut, and where it parts from what is written with the cut.
function withoutTheCut(data, temperature, above) {
  const { own, title } = data.twins;
  if (!isThere(own, data, temperature) || !isThere(data.slider, data, temperature)) return undefined;
  const { at, ...text } = against(above.characters, data, own, temperature);
  return { title: filled(title, { title: above.title }), note: shared(data.twins, at), ...text };
}

// How much of a text is as in another, which it parts from at a place, if at all.
const shared = ({ same, at_once, shares }, at, blanks) =>
  filled(at === undefined ? same : at === 0 ? at_once : shares, { ...blanks, count: at });

// One of the slider's texts as it is shown beside another, and where they part.
function against(other, data, { temperatures, texts, levels, measures, along }, temperature) {
  const place = nearest(temperatures, temperature);
  const characters = Array.from(texts[place], (character) => data.signs[character] ?? character);
  const at = other && parting(characters, other);
  // A text that is the same to its end stays as it is: a whole column of pale type is not read.
  const states = characters.map((_, position) => (position < at ? "shared" : position === at ? "parting" : ""));
  const rest = { levels: levels[place], measures: measures[place], along: along.length ? along : undefined };
  return { at, written: temperatures[place], characters, states, ...rest };
}
