import { lineStarts, positionAt } from '../model/text.ts';
import type { Word } from './owner-rules.ts';
import { nodesOf, YamlFailure, type YamlNode } from './yaml-nodes.ts';

/** Who may approve and review files of a folder. */
export interface OwnersEntry {
  /** A regular expression of Go for paths below the folder; undefined: all of them. */
  readonly filter: Word | undefined;
  /** As GitHub calls them, in small letters without `@`; an alias of OWNERS_ALIASES is one too. */
  readonly approvers: readonly Word[];
  readonly reviewers: readonly Word[];
  readonly labels: readonly string[];
}

/** An OWNERS file as Prow of Kubernetes reads it ("OWNERS files" of its contributor guide). */
export type KubernetesOwners =
  | {
      readonly is: 'read';
      readonly entries: readonly OwnersEntry[];
      /** Those who approved before: they count for nothing. */
      readonly emeritus: readonly Word[];
      /** Whether those of the folders above do not count. */
      readonly isAlone: boolean;
    }
  /** It is no YAML, or a key holds something else than it may: then Prow ignores the whole file. */
  | { readonly is: 'broken'; readonly at: Word['at'] };

/** Where a simple configuration stands, filters beside it are not looked at. */
export function readKubernetesOwners(text: string): KubernetesOwners {
  const starts = lineStarts(text);
  const word = (node: YamlNode, its: string): Word => ({ text: its, at: positionAt(starts, node.from) });
  try {
    const values = byKey(nodesOf(withoutMark(text)));
    const simple = entryOf(undefined, (key) => namesIn(values.get(key), word));
    const filters = values.get('filters');
    const isSimple = simple.approvers.length + simple.reviewers.length + simple.labels.length > 0;
    const entries = isSimple ? [simple] : filters ? filtered(filters, word) : [];
    return {
      is: 'read',
      entries,
      emeritus: namesIn(values.get('emeritus_approvers'), word).map(login),
      isAlone: /^(?:true|yes|on|y)$/i.test(textAt(values.get('options')?.result, 'no_parent_owners')),
    };
  } catch (error) {
    const at = error instanceof Unfit ? error.at : error instanceof YamlFailure ? (error.at ?? 0) : undefined;
    if (at === undefined) throw error;
    return { is: 'broken', at: positionAt(starts, at) };
  }
}

/** A value of another form than its key takes. */
class Unfit extends Error {
  readonly at: number;
  constructor({ from }: YamlNode) {
    super('not of the form that its key takes');
    this.at = from;
  }
}

/** A mark at the start of the text begins the document; as a comment of the same length it moves no place. */
function withoutMark(text: string): string {
  return text.replace(/^((?:[ \t]*(?:#.*)?\r?\n)*)---(?=[ \t]*\r?\n)/, '$1#--');
}

function byKey(nodes: readonly YamlNode[]): ReadonlyMap<string, YamlNode> {
  const values = new Map<string, YamlNode>();
  for (let i = 0; i + 1 < nodes.length; i += 2) {
    const [key, value] = [nodes[i], nodes[i + 1]];
    if (typeof key?.result === 'string' && value) values.set(key.result, value);
  }
  return values;
}

function entryOf(filter: Word | undefined, namesAt: (key: string) => readonly Word[]): OwnersEntry {
  return {
    filter,
    approvers: namesAt('approvers').map(login),
    reviewers: namesAt('reviewers').map(login),
    labels: namesAt('labels').map(({ text }) => text),
  };
}

/** Names compare without case. */
function login({ text, at }: Word): Word {
  return { text: text.toLowerCase().replace(/^@/, ''), at };
}

function namesIn(node: YamlNode | undefined, word: (node: YamlNode, its: string) => Word): readonly Word[] {
  if (!node) return [];
  return listIn(node.result, node).map((text, i) => word(node.inner[i] ?? node, text));
}

/** A list of texts; empty entries and no value at all are none. */
function listIn(result: unknown, node: YamlNode): readonly string[] {
  if (result === null || result === undefined || result === '') return [];
  if (!Array.isArray(result)) throw new Unfit(node);
  return result.flatMap((item: unknown) => {
    if (item === null || item === '') return [];
    if (typeof item !== 'string') throw new Unfit(node);
    return [item];
  });
}

function textAt(map: unknown, key: string): string {
  const value = typeof map === 'object' && map !== null ? (map as Record<string, unknown>)[key] : undefined;
  return typeof value === 'string' ? value : '';
}

/** Within a map the place of each is that of the map. */
function filtered(node: YamlNode, word: (node: YamlNode, its: string) => Word): readonly OwnersEntry[] {
  const { result } = node;
  if (result === null || result === '') return [];
  if (typeof result !== 'object' || Array.isArray(result)) throw new Unfit(node);
  return Object.entries(result as Record<string, unknown>).map(([pattern, config]) =>
    entryOf(pattern === '.*' ? undefined : word(node, pattern), (key) => {
      const value =
        typeof config === 'object' && config !== null ? (config as Record<string, unknown>)[key] : null;
      return listIn(value, node).map((text) => word(node, text));
    }),
  );
}
