import type { ReadingProblem } from '../model/document.ts';
import { quote } from '../values/quote.ts';
import type { Entry } from './entry.ts';
import { nodesOf, type YamlNode } from './yaml-nodes.ts';
import { listSource, regionOf, sourceOf, trimmed } from './yaml-places.ts';

/**
 * The keys of flat YAML with their places. Values that are no text and no list of texts are problems
 * and come back broken; repeated keys come back repeated. `base` is the offset of `source` in the document.
 * Throws YamlFailure where the text does not parse.
 */
export function readYaml(source: string, base: number, problems: ReadingProblem[]): Entry[] {
  const nodes = nodesOf(source);
  const entries: Entry[] = [];
  for (let i = 0; i + 1 < nodes.length; i += 2) {
    const key = nodes[i];
    const value = nodes[i + 1];
    if (key && value) entries.push(entryOf(source, base, key, value, problems));
  }
  return entries;
}

function entryOf(
  source: string,
  base: number,
  key: YamlNode,
  value: YamlNode,
  problems: ReadingProblem[],
): Entry {
  const name = typeof key.result === 'string' ? key.result : '';
  const keySource = sourceOf(source, base, key, name);
  const { result } = value;
  const keySpan = keySource.span;
  if (result === null || result === undefined) {
    const at = base + emptyPlace(source, key.to);
    return { key: name, keySpan, text: '', source: { text: '', span: { start: at, end: at } } };
  }
  if (typeof result === 'string')
    return { key: name, keySpan, text: result, source: trimmed(sourceOf(source, base, value, result)) };
  if (Array.isArray(result) && result.every((item) => typeof item === 'string' || item === null)) {
    const texts = result.map((item: string | null) => item ?? '');
    return { key: name, keySpan, text: texts, source: listSource(source, base, value, texts) };
  }
  const span = regionOf(source, base, value);
  const id = Array.isArray(result) ? 'listOfLists' : 'nestedMap';
  problems.push({ code: 'DOC001', id, data: { key: quote(name) }, span });
  return {
    key: name,
    keySpan,
    text: '',
    source: { text: source.slice(span.start - base, span.end - base), span },
    broken: true,
  };
}

/** After the colon and the blanks behind it. */
function emptyPlace(source: string, from: number): number {
  let at = from;
  while (at < source.length && /[ \t]/.test(source.charAt(at))) at++;
  if (source.charAt(at) === ':') at++;
  while (at < source.length && source.charAt(at) === ' ' && !/[#\r\n]/.test(source.charAt(at + 1))) at++;
  return at;
}
