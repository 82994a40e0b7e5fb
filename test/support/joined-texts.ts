import { parseSync } from 'oxc-parser';
import { nodesIn, type Node } from './translated-texts.ts';

const twoWords = /\p{L}[^\p{L}\n]*\s[^\p{L}\n]*\p{L}{2,}/u;
const word = /\p{L}{2,}/u;

/**
 * Texts for people in a source file that no `say` holds as its template: two words in one literal, a word beside a gap
 * of a template literal, a word that is added to something, and one that stands between the parts of a list.
 */
export function joinedTexts(file: string, source: string): readonly string[] {
  const found: string[] = [];
  const told = new Set<Node>();
  const tell = (node: Node): void => {
    if (!told.has(node)) found.push(source.slice(node.start, node.end));
    told.add(node);
  };
  for (const node of nodesIn(parseSync(file, source).program) as Iterable<AnyNode>) {
    for (const its of silent(node)) told.add(its);
    if (told.has(node)) continue;
    if (node.type === 'BinaryExpression' && node.operator === '+') {
      for (const side of [node.left, node.right]) if (side && word.test(textOf(side))) tell(side);
    } else if (isJoinOfList(node)) {
      for (const one of node.arguments ?? []) if (word.test(textOf(one))) tell(one);
    } else if (node.type === 'TemplateLiteral') {
      const isGapped = (node.expressions ?? []).length > 0;
      if ((isGapped ? word : twoWords).test(textOf(node))) tell(node);
    } else if (node.type === 'Literal' && twoWords.test(textOf(node))) tell(node);
  }
  return found;
}

type AnyNode = Node & {
  readonly value?: unknown;
  readonly operator?: string;
  readonly left?: AnyNode;
  readonly right?: AnyNode;
  readonly source?: AnyNode;
  readonly literal?: AnyNode;
  readonly expression?: AnyNode;
  readonly directive?: string;
  readonly callee?: {
    readonly name?: string;
    readonly object?: { readonly name?: string };
    readonly property?: { readonly name?: string };
  };
  readonly arguments?: readonly AnyNode[];
  readonly expressions?: readonly AnyNode[];
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
};

/** `parts.join(', ')`, which is not `path.join(folder, file)`. */
function isJoinOfList({ type, callee }: AnyNode): boolean {
  return type === 'CallExpression' && callee?.property?.name === 'join' && callee.object?.name !== 'path';
}

/** Literals of a node that nobody is shown: the template of a `say`, what is imported, and types. */
function silent(node: AnyNode): readonly AnyNode[] {
  if (node.type === 'CallExpression' && node.callee?.name === 'say') return node.arguments?.slice(0, 1) ?? [];
  if (node.type === 'TSLiteralType') return node.literal ? [node.literal] : [];
  return node.source ? [node.source] : [];
}

/** What stands in a literal, gaps left out. */
function textOf({ type, value, quasis = [] }: AnyNode): string {
  if (type === 'TemplateLiteral') return quasis.map(({ value: { cooked } }) => cooked).join('');
  return type === 'Literal' && typeof value === 'string' ? value : '';
}
