import { checkRules, dueRules, factDefinitions } from '../../engine/index.ts';
import {
  factText,
  figures,
  isRuleName,
  loadRuleTexts,
  ruleInFull,
  ruleText,
  type Rule,
} from '../../engine/reports.ts';
import { nearMiss, shown, shownJson } from '../../engine/text.ts';
import { inEnglish, say, type Said } from '../../engine/model/said.ts';
import { paintFor } from '../colours.ts';
import { pathInRoot } from '../find-root.ts';
import { didYouMean } from '../parse-arguments.ts';
import { findPlace, openSession, type CommandContext } from '../session.ts';
import { exitCode, UsageError, type ExitCode } from '../shell.ts';

/** `outrigger explain`: what a rule or a fact is about, and what turns a rule on or off at a place. */
export async function explain(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment, language } = context;
  const [asked = ''] = args.positionals;
  const paint = paintFor(streams.stdout, environment.variables);
  const rules = [...checkRules, ...dueRules];
  const rule = rules.find(({ code, name }) => code === asked.toUpperCase() || name === asked.toLowerCase());
  const here = args.value('here');
  if (here === undefined && args.has('against'))
    throw new UsageError(say('--against says what is left out at a place: name it with --here.'));
  if (!rule) {
    const fact = factDefinitions.find(({ name }) => name === asked.toLowerCase());
    if (!fact)
      throw unknown(asked, [
        ...rules.flatMap(({ code, name }) => [code, name]),
        ...factDefinitions.map(({ name }) => name),
      ]);
    if (here !== undefined)
      throw new UsageError(
        say('"{{asked}}" is a fact, and facts are never off: leave --here out.', { asked }),
      );
    const { name, summary, method, unit, kinds, reads, asOf } = fact;
    const how = method && { method: method.map(inEnglish) };
    const data = { version: 1, fact: { name, summary, ...how, unit, kinds, reads, asOf } };
    streams.stdout.write(args.format === 'json' ? shownJson(data) : factText(fact, paint, language));
    return exitCode.fine;
  }
  const why = here === undefined ? undefined : await whyAt(rule, here, context);
  const text = (await loadRuleTexts())[rule.code]!;
  if (args.format === 'json') {
    const data = {
      version: 1,
      rule: ruleInFull(rule, text),
      ...(why && { here: why.map((said) => shown(inEnglish(said))) }),
    };
    streams.stdout.write(shownJson(data));
  } else {
    streams.stdout.write(ruleText(rule, text, paint, language));
    if (why) {
      const lines = why.map((said) => `  ${shown(language.say(said))}`);
      streams.stdout.write(['', language.say(say('Here')), ...lines, ''].join('\n'));
    }
  }
  return exitCode.fine;
}

async function whyAt(rule: Rule, here: string, context: CommandContext): Promise<readonly Said[]> {
  const { engine, root } = await openSession(context, []);
  const why = engine.whyHere(rule, pathInRoot(context.environment.cwd, root, here));
  const rev = context.args.value('against');
  return rev === undefined ? why : [...why, await leftOutAgainst(rev, rule, here, context)];
}

/** What `check --against` has to do with it. */
async function leftOutAgainst(rev: string, rule: Rule, here: string, context: CommandContext): Promise<Said> {
  const { checkedAgainst } = await import('../base-side.ts');
  const { against } = await checkedAgainst(rev, findPlace(context, [here]), context);
  const count = against?.knownByRule.get(rule.code) ?? 0;
  return count === 0
    ? say('check --against "{{rev}}" leaves out no finding of it here.', { rev })
    : say(
        'check --against "{{rev}}" leaves out {{count}} {{count|finding|findings}} of it here: {{count|it|they}} stood there already.',
        { rev, count: figures(String(count)) },
      );
}

function unknown(asked: string, known: readonly string[]): UsageError {
  if (isRuleName(asked.toUpperCase()) || isRuleName(asked.toLowerCase()))
    return new UsageError(
      say('"{{asked}}" is a rule that this version of Outrigger does not have yet.', { asked }),
    );
  const near = nearMiss(asked, known) ?? nearMiss(asked.toUpperCase(), known);
  const mend = near === undefined ? say('See outrigger rules for all of them.') : didYouMean(near);
  return new UsageError(say('"{{asked}}" is neither a rule nor a fact. {{mend}}', { asked, mend }));
}
