import { parseSync } from 'oxc-parser';

/** What a source file asks the editor to translate. */
export interface TranslatedTexts {
  /** Texts that stand in the source. */
  readonly literals: readonly string[];
  /** Expressions instead of a text, as written. */
  readonly computed: readonly string[];
  /** Texts that are shown without being translated. */
  readonly untranslated: readonly string[];
}

/** Finds every call of `l10n.t` in a source file, and every message to a person that is not made by one. */
export function translatedTexts(file: string, source: string): TranslatedTexts {
  const literals: string[] = [];
  const computed: string[] = [];
  const untranslated: string[] = [];
  for (const node of nodesIn(parseSync(file, source).program)) {
    if (node.type !== 'CallExpression') continue;
    const { callee, arguments: [first] = [] } = node as unknown as CallNode;
    const name = callee.property?.name ?? '';
    if (name === 't' && isTranslator(callee.object)) {
      const text = first && textOf(first);
      if (text === undefined) computed.push(first ? source.slice(first.start, first.end) : '');
      else literals.push(text);
    } else if (/^show(?:Information|Warning|Error)Message$|^setStatusBarMessage$/.test(name)) {
      const text = first && textOf(first);
      if (text !== undefined) untranslated.push(text);
    }
  }
  return { literals, computed, untranslated };
}

/** The templates of every call of the engine's `say` in a source file; expressions as written. */
export function saidTemplates(file: string, source: string): Omit<TranslatedTexts, 'untranslated'> {
  const literals: string[] = [];
  const computed: string[] = [];
  for (const node of nodesIn(parseSync(file, source).program)) {
    if (node.type !== 'CallExpression') continue;
    const { callee, arguments: [first] = [] } = node as unknown as CallNode & {
      readonly callee: { readonly name?: string };
    };
    if (callee.name !== 'say' || !first) continue;
    const text = textOf(first);
    if (text === undefined) computed.push(source.slice(first.start, first.end));
    else literals.push(text);
  }
  return { literals, computed };
}

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

interface CallNode {
  readonly callee: {
    readonly object?: MemberNode;
    readonly property?: { readonly name?: string };
  };
  readonly arguments?: readonly (Node & { readonly value?: unknown })[];
}

interface MemberNode extends Node {
  readonly name?: string;
  readonly property?: { readonly name?: string };
}

/** `l10n`, or what ends in it: `vscode.l10n`, `surroundings.l10n`. */
function isTranslator(node: MemberNode | undefined): boolean {
  return node?.name === 'l10n' || node?.property?.name === 'l10n';
}

/** The text of a literal, of a template without gaps, and of such texts joined by plus. */
function textOf(node: Node): string | undefined {
  const { type, value, quasis, expressions, left, right, operator } = node as Node & {
    readonly value?: unknown;
    readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
    readonly expressions?: readonly Node[];
    readonly left?: Node;
    readonly right?: Node;
    readonly operator?: string;
  };
  if (type === 'Literal' && typeof value === 'string') return value;
  if (type === 'TemplateLiteral' && expressions?.length === 0) return quasis?.[0]?.value.cooked;
  if (type !== 'BinaryExpression' || operator !== '+' || !left || !right) return undefined;
  const [a, b] = [textOf(left), textOf(right)];
  return a === undefined || b === undefined ? undefined : a + b;
}

export function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const one of value as readonly unknown[]) yield* nodesIn(one);
  } else if (typeof value === 'object' && value !== null) {
    if ('type' in value) yield value as Node;
    for (const one of Object.values(value)) yield* nodesIn(one);
  }
}
