import { addTo } from '../values/add-to.ts';
import type { Finding } from '../model/finding.ts';
import type { CheckRule } from '../rules/define.ts';
import { compareFindings } from '../rules/findings.ts';
import { strayFindings } from '../rules/stray-findings.ts';
import type { WorkspaceConfig } from './config.ts';
import type { FindingsPart } from './engine.ts';
import type { GovernedWorkspace } from './governed-workspace.ts';
import type { LostDocuments } from './lost-documents.ts';
import { createLossTally, lostFindings, lostIn, type Losses } from './lost-findings.ts';
import type { Stray } from './strays.ts';

/** Everything that is said, part by part; a part that has not changed is the object from before. */
export class FindingsParts {
  readonly #checkRules: readonly CheckRule[];
  #parts = new Map<string, FindingsPart>();
  #ofStrays = new WeakMap<Stray['problems'], readonly Finding[]>();

  constructor(checkRules: readonly CheckRule[]) {
    this.#checkRules = checkRules;
  }

  /** The config is another one, and with it what is said of strays. */
  forgetStrays(): void {
    this.#ofStrays = new WeakMap();
  }

  of(governed: GovernedWorkspace, config: WorkspaceConfig): readonly FindingsPart[] {
    const now = governed
      .engagements()
      .map((state) => this.#part(`engagement ${state.folder}`, state.findings()));
    const strays = governed.strays().map((stray) => [stray.path, this.ofStray(stray, config)] as const);
    now.push(this.#part('strays', new Map(strays)));
    // What is said of one file stands in one part.
    const lost = this.#lostByPath(governed, config);
    now.push(this.#part('lost', lost));
    if (!lost.has(config.path)) now.push(this.#part('config', new Map([[config.path, config.findings]])));
    this.#parts = new Map(now.map((one) => [one.key, one]));
    return now;
  }

  /** Documents that no engagement governs. */
  lost(governed: GovernedWorkspace, config: WorkspaceConfig): readonly LostDocuments[] {
    return lostIn(lossesOf(governed), config);
  }

  /** What is said of a path, as the same list where it says the same as before. */
  #lostByPath(governed: GovernedWorkspace, config: WorkspaceConfig): FindingsPart['byPath'] {
    const now = new Map<string, Finding[]>();
    const found = lostFindings(lossesOf(governed), config, this.#checkRules);
    const others = found.some(({ path }) => path === config.path) ? config.findings : [];
    for (const one of [...others, ...found].sort(compareFindings)) addTo(now, one.path, one);
    const before = this.#parts.get('lost')?.byPath;
    return new Map(
      [...now].map(([path, its]) => {
        const known = before?.get(path);
        return [path, known && JSON.stringify(known) === JSON.stringify(its) ? known : its];
      }),
    );
  }

  ofStray(stray: Stray, { config }: WorkspaceConfig): readonly Finding[] {
    let findings = this.#ofStrays.get(stray.problems);
    if (!findings) {
      findings = strayFindings(stray, this.#checkRules, config.rules);
      this.#ofStrays.set(stray.problems, findings);
    }
    return findings;
  }

  #part(key: string, byPath: FindingsPart['byPath']): FindingsPart {
    const known = this.#parts.get(key);
    return known && sameFindings(known.byPath, byPath) ? known : { key, byPath };
  }
}

function lossesOf(governed: GovernedWorkspace): Losses {
  const tally = createLossTally(() => true, false);
  tally.add(governed);
  return tally.sum();
}

function sameFindings(a: FindingsPart['byPath'], b: FindingsPart['byPath']): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [path, its] of a) if (b.get(path) !== its) return false;
  return true;
}
