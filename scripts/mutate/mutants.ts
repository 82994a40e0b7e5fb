import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSync } from 'oxc-parser';

export interface Mutant {
  readonly source: string;
  /** 1-based. */
  readonly line: number;
  readonly what: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly what: string;
}

const otherOperator: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>'],
  '<=': ['<', '>='],
  '>': ['>=', '<'],
  '>=': ['>', '<='],
  '&&': ['||'],
  '||': ['&&'],
};

const otherMethod: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  find: 'findLast',
  findLast: 'find',
};

/** One mutant for each way to break one condition, message or place of a module. */
export function mutantsOf(source: string, file: string): readonly Mutant[] {
  const { program } = parseSync(path.basename(file), source);
  const edits: Edit[] = [];
  walk(program as unknown as Node, source, edits);
  const exempt = new Set(
    source.split('\n').flatMap((line, i) => (/\/\/ equivalent: \S/.test(line) ? [i + 1] : [])),
  );
  return edits
    .map(({ start, end, text, what }) => ({
      source: withShift(source.slice(0, start) + text + source.slice(end), file),
      line: source.slice(0, start).split('\n').length,
      what,
    }))
    .filter(({ line }) => !exempt.has(line));
}

function walk(node: Node, source: string, edits: Edit[]): void {
  mutate(node, source, edits);
  for (const [key, value] of Object.entries(node)) {
    // Metadata says nothing to the engine that a fixture could see, and types are not run.
    if (key === 'typeAnnotation' || key === 'returnType' || key === 'typeArguments') continue;
    if (isProperty(node, 'meta') && key === 'value') continue;
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, source, edits);
  }
}

function mutate(node: Node, source: string, edits: Edit[]): void {
  if (node.type === 'BinaryExpression' || node.type === 'LogicalExpression') {
    const { left, right, operator } = node as unknown as { left: Node; right: Node; operator: string };
    const at = source.indexOf(operator, left.end);
    for (const other of otherOperator[operator] ?? []) {
      if (at < right.start) {
        edits.push({
          start: at,
          end: at + operator.length,
          text: other,
          what: `${operator} becomes ${other}`,
        });
      }
    }
  } else if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') {
    const { test } = node as unknown as { test: Node };
    for (const answer of ['true', 'false']) {
      edits.push({ start: test.start, end: test.end, text: answer, what: `the condition becomes ${answer}` });
    }
  } else if (node.type === 'UnaryExpression' && node['operator'] === '!') {
    edits.push({ start: node.start, end: node.start + 1, text: '', what: '! is dropped' });
  } else if (node.type === 'CallExpression') mutateCall(node, source, edits);
  else if (node.type === 'Property') mutateProperty(node, source, edits);
}

function mutateCall(node: Node, source: string, edits: Edit[]): void {
  const { callee, arguments: args } = node as unknown as { callee: Node; arguments: readonly Node[] };
  if (callee.type !== 'MemberExpression') return;
  const property = callee['property'] as Node & { readonly name?: string };
  const first = args[0];
  const other = otherMethod[property.name ?? ''];
  if (other)
    edits.push({
      start: property.start,
      end: property.end,
      text: other,
      what: `${property.name} becomes ${other}`,
    });
  if (property.name === 'filter' && first && args.length === 1) {
    edits.push({ start: first.start, end: first.end, text: '() => true', what: 'filter keeps everything' });
  }
  if ((property.name === 'wrong' || property.name === 'missing') && first && args.length > 1) {
    edits.push(shifted(first, source));
  }
}

function mutateProperty(node: Node, source: string, edits: Edit[]): void {
  const value = node['value'] as Node;
  // `at:` of a due item or a fact is the place that it is reported at.
  if (isProperty(node, 'at') && value.type !== 'TemplateLiteral' && !node['shorthand'])
    edits.push(shifted(value, source));
  if (isProperty(node, 'messages') || isProperty(node, 'missing')) mutateMessages(value, edits);
}

function mutateMessages(messages: Node, edits: Edit[]): void {
  for (const child of descendants(messages)) {
    if (child.type === 'Literal' && typeof child['value'] === 'string' && child['value'].includes(' ')) {
      edits.push({
        start: child.start + 1,
        end: child.start + 1,
        text: 'Mutant: ',
        what: 'the message changes',
      });
    }
  }
}

function* descendants(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* descendants(child);
  }
}

function shifted(at: Node, source: string): Edit {
  return {
    start: at.start,
    end: at.end,
    text: `mutantElsewhere(${source.slice(at.start, at.end)})`,
    what: 'the place becomes the start of the document',
  };
}

/** The mutant with the function that moves a place away. */
function withShift(source: string, file: string): string {
  if (!source.includes('mutantElsewhere(')) return source;
  const module = pathToFileURL(path.join(engineFolder(file), 'rules/place-of.ts')).href;
  return `${source}
import { placeOf as mutantPlaceOf } from '${module}';
function mutantElsewhere(at) {
  const { document, at: name, row } = mutantPlaceOf(at);
  return { document, span: { start: 0, end: 0 }, at: name, row };
}
`;
}

function engineFolder(file: string): string {
  return file.slice(0, file.lastIndexOf(`${path.sep}engine${path.sep}`) + `${path.sep}engine`.length);
}

function isProperty(node: Node, name: string): boolean {
  const key = node['key'] as { readonly name?: string } | undefined;
  return node.type === 'Property' && key?.name === name;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}
