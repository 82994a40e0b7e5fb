import { addTo } from '../values/add-to.ts';
import type { RestructurableWorkspace } from './restructure.ts';
import { splitOff, splitOffers, type EngagementParts, type SplitOffer } from './split-section.ts';

/** What may be split off: one section alone, or all of a kind that stand in one document together. */
export interface SplitPossible {
  /** Where it stands now, and where it would stand. */
  readonly path: string;
  readonly to: string;
  /** The headings, as they are written. */
  readonly headings: readonly string[];
}

/** Everything that may be split off and leaves the model as it is. */
export async function possibleSplits(
  workspace: RestructurableWorkspace,
  engagement: EngagementParts,
): Promise<readonly SplitPossible[]> {
  const groups = new Map<string, SplitOffer[]>();
  for (const offer of splitOffers(engagement))
    addTo(groups, JSON.stringify([offer.section.document.path, offer.kind]), offer);
  const found: SplitPossible[] = [];
  for (const offers of groups.values()) {
    const alone = offers.map((offer) => [offer]);
    for (const some of offers.length > 1 ? [...alone, offers] : alone) {
      const sections = some.map(({ section }) => section);
      const done = await splitOff(workspace, engagement, sections, some[0]!.kind);
      const to = done.changes.find(({ path }) => path !== sections[0]!.document.path);
      if (to)
        found.push({
          path: sections[0]!.document.path,
          to: to.path,
          headings: sections.map(({ heading }) => heading.text),
        });
    }
  }
  return found;
}
