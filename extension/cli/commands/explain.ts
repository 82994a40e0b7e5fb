import { checkRules, dueRules, factDefinitions } from '../../engine/index.ts';
import {
  factText,
  isRuleName,
  loadRuleTexts,
  ruleInFull,
  ruleText,
  type Rule,
} from '../../engine/reports.ts';
import { nearMiss, shownJson } from '../../engine/text.ts';
import { paintFor } from '../colours.ts';
import { pathInRoot } from '../find-root.ts';
import { openSession, type CommandContext } from '../session.ts';
import { exitCode, UsageError, type ExitCode } from '../shell.ts';

/** `outrigger explain`: what a rule or a fact is about, and what turns a rule on or off at a place. */
export async function explain(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment } = context;
  const [asked = ''] = args.positionals;
  const paint = paintFor(streams.stdout, environment.variables);
  const rules = [...checkRules, ...dueRules];
  const rule = rules.find(({ code, name }) => code === asked.toUpperCase() || name === asked.toLowerCase());
  const here = args.value('here');
  if (!rule) {
    const fact = factDefinitions.find(({ name }) => name === asked.toLowerCase());
    if (!fact)
      throw unknown(asked, [
        ...rules.flatMap(({ code, name }) => [code, name]),
        ...factDefinitions.map(({ name }) => name),
      ]);
    if (here !== undefined)
      throw new UsageError(`"${asked}" is a fact, and facts are never off: leave --here out.`);
    const { name, summary, unit, kinds, reads, asOf } = fact;
    const data = { version: 1, fact: { name, summary, unit, kinds, reads, asOf } };
    streams.stdout.write(args.format === 'json' ? shownJson(data) : factText(fact, paint));
    return exitCode.fine;
  }
  const why = here === undefined ? undefined : await whyAt(rule, here, context);
  const text = (await loadRuleTexts())[rule.code]!;
  if (args.format === 'json') {
    const data = { version: 1, rule: ruleInFull(rule, text), ...(why && { here: why }) };
    streams.stdout.write(shownJson(data));
  } else {
    streams.stdout.write(ruleText(rule, text, paint));
    if (why) streams.stdout.write(['', 'Here', ...why.map((line) => `  ${line}`), ''].join('\n'));
  }
  return exitCode.fine;
}

async function whyAt(rule: Rule, here: string, context: CommandContext): Promise<readonly string[]> {
  const { engine, root } = await openSession(context, []);
  return engine.whyHere(rule, pathInRoot(context.environment.cwd, root, here));
}

function unknown(asked: string, known: readonly string[]): UsageError {
  if (isRuleName(asked.toUpperCase()) || isRuleName(asked.toLowerCase()))
    return new UsageError(`"${asked}" is a rule that this version of Outrigger does not have yet.`);
  const near = nearMiss(asked, known) ?? nearMiss(asked.toUpperCase(), known);
  const mend = near === undefined ? 'See outrigger rules for all of them.' : `Did you mean "${near}"?`;
  return new UsageError(`"${asked}" is neither a rule nor a fact. ${mend}`);
}
