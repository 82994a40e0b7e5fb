import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const documents = path.join(import.meta.dirname, 'documents');

/** Texts of one engagement of ten documents, by file name. Names and figures differ from one to the next. */
export function engagementTexts(n: number): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const name of readdirSync(documents)) {
    const text = readFileSync(path.join(documents, name), 'utf8')
      .replaceAll('Checkout API', `Checkout API ${n}`)
      .replaceAll('Ledger', `Ledger ${n}`)
      .replaceAll('payment platform', `payment platform ${n}`)
      .replaceAll('MSA-2024-017', `MSA-2024-${String(n).padStart(4, '0')}`)
      .replaceAll('240 000 EUR', `${200 + (n % 80)} 000 EUR`);
    texts.set(name, text);
  }
  return texts;
}

/** Writes so many governed documents, ten an engagement. */
export function generateDocuments(folder: string, count: number): void {
  for (let n = 0; n * 10 < count; n++) {
    const engagement = path.join(folder, `engagement-${String(n).padStart(4, '0')}`);
    mkdirSync(engagement, { recursive: true });
    for (const [name, text] of engagementTexts(n)) writeFileSync(path.join(engagement, name), text);
  }
}

/** Writes so many documents of an event catalogue: services, each with the event that it sends. */
export function generateCatalog(folder: string, count: number): void {
  for (let n = 0; n * 2 < count; n++) {
    write(folder, `services/Service${n}/index.mdx`, serviceText(n));
    write(folder, `events/Event${n}/index.mdx`, eventText(n));
  }
}

function write(folder: string, name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function serviceText(n: number): string {
  return `---
id: Service${n}
name: Service ${n}
version: 1.0.0
summary: Takes orders of kind ${n} and tells others about them.
sends:
  - id: Event${n}
    version: 1.0.0
---

## Overview

${prose(n)}
`;
}

function eventText(n: number): string {
  return `---
id: Event${n}
name: Event ${n}
version: 1.0.0
summary: An order of kind ${n} was taken.
---

## Overview

${prose(n)}
`;
}

/** About as much text as a governed document has. */
function prose(n: number): string {
  return `Orders of kind ${n} come from the shop and go to the warehouse. What is missing is asked for again.\n\n`.repeat(
    10,
  );
}
