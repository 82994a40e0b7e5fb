import type { Rule, RuleExample } from '../../engine/reports.ts';
import type { EngineModule } from '../host.ts';
import { commandLink, markup, prose, type Html } from './markup.ts';
import type { Page } from './pages.ts';

/** The page of a rule, in English as it is published; undefined where there is no such rule. */
export async function rulePage(
  { checkRules, dueRules, loadRuleTexts, ruleRows, ruleSays }: EngineModule,
  code: string,
): Promise<Page | undefined> {
  const all = [...checkRules, ...dueRules];
  const rule = all.find((one) => one.code === code);
  if (!rule) return undefined;
  const { reason, bad, good } = (await loadRuleTexts())[code]!;
  const rows = ruleRows(rule).map(
    ([name, values]) =>
      markup`<tr>
        <th>${name}</th>
        <td>${values.join(', ')}</td>
      </tr> `,
  );
  const body = markup`<h1>${code} ${rule.name}</h1>
    <p>${rule.meta.summary}.</p>
    ${prose(reason)} ${example('Bad example', bad)} ${example('Good example', good)}
    <h2>What it says</h2>
    <ul>
      ${ruleSays(rule).map((message) => markup`<li>${message}</li> `)}
    </ul>
    <h2>About the rule</h2>
    <table>
      <tbody>
        ${rows}
      </tbody>
    </table>
    <p class="where">${neighbours(rule, all)}</p>`;
  return { title: `${code} ${rule.name}`, body, language: 'en' };
}

function example(label: string, { title, asOf, files, says }: RuleExample): Html {
  const day = asOf === undefined ? '' : `, as of ${asOf}`;
  const said =
    says.length === 0
      ? markup`<p>Outrigger says nothing.</p>`
      : markup`<p>Outrigger says:</p>
          <ul>
            ${says.map((line) => markup`<li>${line}</li>`)}
          </ul>`;
  return markup`<h2>${label}</h2>
    <p>${title}${day}.</p>
    ${files.map(
      ({ path, text }) =>
        markup`<p><code>${path}</code></p>
          <pre>${text}</pre> `,
    )}
    ${said}`;
}

/** The rules before and after it, by code. */
function neighbours({ code }: Rule, all: readonly Rule[]): readonly Html[] {
  const codes = all.map((one) => one.code).sort();
  const at = codes.indexOf(code);
  return [codes[at - 1], codes[at + 1]].flatMap((one) =>
    one === undefined ? [] : [markup`${commandLink('outrigger.explain', one, one)} `],
  );
}
