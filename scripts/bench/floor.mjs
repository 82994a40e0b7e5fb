// What any checker of front matter must do at least: read each file, split and parse its front matter
// with gray-matter as it comes, and validate the data with a compiled schema.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import matter from 'gray-matter';
import { Ajv2020 } from 'ajv/dist/2020.js';

const validate = new Ajv2020({ allErrors: true }).compile({
  type: 'object',
  properties: {
    kind: {
      enum: [
        'engagement',
        'sla',
        'ownership-map',
        'exit-plan',
        'process',
        'goals',
        'communication-plan',
        'risk-register',
        'record',
      ],
    },
    title: { type: 'string', minLength: 1 },
    status: { enum: ['draft', 'active', 'ended', 'final'] },
    owner: { type: 'string' },
    counterpart: { type: 'string' },
    review_every: { type: 'string', pattern: '^\\d+ (day|week|month|quarter|year)s?$' },
  },
  required: ['kind', 'title', 'status'],
});

let errors = 0;
for (const name of readdirSync(process.argv[2], { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.md')) continue;
  const { data } = matter(readFileSync(path.join(process.argv[2], name), 'utf8'), {});
  if (!validate(data)) errors++;
}
process.exitCode = errors > 0 ? 1 : 0;
