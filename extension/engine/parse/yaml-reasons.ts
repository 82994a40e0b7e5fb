import type { Said } from '../model/said.ts';
import { say } from '../values/say.ts';

/** What the reader of YAML says of a text that it cannot read, as templates: it has them in English only. */
export const yamlMessages: readonly string[] = [
  'only YAML is read',
  'it holds no keys',
  'write one key, a colon and its value on each line',
  "expected the node content, but found ','",
  'TAG directive accepts exactly two arguments',
  'YAML directive accepts exactly one argument',
  'a line break is expected',
  'a whitespace character is expected after the key-value separator within a block mapping',
  'alias node should not have any properties',
  'bad explicit indentation width of a block scalar; it cannot be less than one',
  'bad indentation of a mapping entry',
  'bad indentation of a sequence entry',
  'can not read a block mapping entry; a multiline key may not be an implicit key',
  'can not read an implicit mapping pair; a colon is missed',
  'cannot merge mappings; the provided source object is unacceptable',
  'cannot resolve a node with !<{{tag}}> explicit tag',
  'directive name must not be less than one character in length',
  'directives end mark is expected',
  'duplicated mapping key',
  'duplication of %YAML directive',
  'duplication of a tag property',
  'duplication of an anchor property',
  'end of the stream or a document separator is expected',
  'expected hexadecimal character',
  'expected valid JSON character',
  'ill-formed argument of the YAML directive',
  'ill-formed tag handle (first argument) of the TAG directive',
  'ill-formed tag prefix (second argument) of the TAG directive',
  'incomplete explicit mapping pair; a key node is missed; or followed by a non-tabulated empty line',
  'missed comma between flow collection entries',
  'missing indentation for block scalar',
  'name of an alias node must contain at least one character',
  'name of an anchor node must contain at least one character',
  'named tag handle cannot contain such characters',
  'nested arrays are not supported inside keys',
  'nesting exceeded maxDepth ({{n}})',
  'null byte is not allowed in input',
  'repeat of a chomping mode identifier',
  'repeat of an indentation width identifier',
  'tab characters must not be used in indentation',
  'tag name cannot contain such characters: {{tag}}',
  'tag name is malformed: {{tag}}',
  'tag prefix is malformed: {{tag}}',
  'tag suffix cannot contain exclamation marks',
  'tag suffix cannot contain flow indicator characters',
  'the stream contains non-printable characters',
  'there is a previously declared suffix for "{{handle}}" tag handle',
  'unacceptable YAML version of the document',
  'unacceptable node kind for !<?> tag; it should be "scalar", not "{{kind}}"',
  'undeclared tag handle "{{handle}}"',
  'unexpected end of the document within a double quoted scalar',
  'unexpected end of the document within a single quoted scalar',
  'unexpected end of the stream within a double quoted scalar',
  'unexpected end of the stream within a flow collection',
  'unexpected end of the stream within a single quoted scalar',
  'unexpected end of the stream within a verbatim tag',
  'unidentified alias "{{alias}}"',
  'unknown escape sequence',
  'unknown tag !<{{tag}}>',
];

/** Why a text does not read as YAML. What the reader says in other words stays as it is. */
export function yamlReason(message: string | undefined): Said {
  if (message === undefined) return say('unknown error');
  for (const template of yamlMessages) {
    const found = patternOf(template).exec(message);
    if (found) return { template, data: { ...found.groups } };
  }
  return say('{{message}}', { message });
}

function patternOf(template: string): RegExp {
  const source = template
    .split(/\{\{(\w+)\}\}/)
    .map((part, i) => (i % 2 === 1 ? `(?<${part}>.*)` : part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')));
  return new RegExp(`^${source.join('')}$`, 's');
}
