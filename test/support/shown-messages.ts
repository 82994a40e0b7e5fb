import { parseSync } from 'oxc-parser';
import { nodesIn, type Node } from './translated-texts.ts';

/**
 * What a source file hands to notifications of the editor that is neither a text of ours as it stands nor made
 * plain: each such argument as written. A button may be a constant of the same file.
 */
export function rawMessages(file: string, source: string): readonly string[] {
  const nodes = [...nodesIn(parseSync(file, source).program)] as readonly Tree[];
  const constants = new Map(
    nodes.flatMap(({ type, id, init }) =>
      type === 'VariableDeclarator' && id?.name !== undefined && init ? [[id.name, init] as const] : [],
    ),
  );

  function isPlain(node: Tree | undefined): boolean {
    if (!node) return false;
    switch (node.type) {
      case 'Identifier':
        return isPlain(constants.get(node.name ?? ''));
      case 'ParenthesizedExpression':
        return isPlain(node.expression);
      case 'SpreadElement':
        return isPlain(node.argument);
      case 'ConditionalExpression':
        return isPlain(node.consequent) && isPlain(node.alternate);
      case 'ArrayExpression':
        return (node.elements ?? []).every(isPlain);
      case 'CallExpression': {
        const [first, ...others] = node.arguments ?? [];
        if (node.callee?.name === 'plainText') return first?.type !== 'Literal';
        return node.callee?.property?.name === 't' && first?.type === 'Literal' && others.length === 0;
      }
      default:
        return false;
    }
  }

  return nodes
    .filter(
      ({ type, callee }) =>
        type === 'CallExpression' &&
        /^show\w+Message$|^setStatusBarMessage$/.test(callee?.property?.name ?? ''),
    )
    .flatMap((call) => call.arguments ?? [])
    .filter((one) => !isPlain(one))
    .map(({ start, end }) => source.slice(start, end));
}

/** What of a syntax tree is looked at. */
interface Tree extends Node {
  readonly name?: string;
  readonly id?: Tree;
  readonly init?: Tree;
  readonly argument?: Tree;
  readonly expression?: Tree;
  readonly consequent?: Tree;
  readonly alternate?: Tree;
  readonly elements?: readonly Tree[];
  readonly arguments?: readonly Tree[];
  readonly callee?: Tree;
  readonly property?: Tree;
}
