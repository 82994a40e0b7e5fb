// As it should be: plain data of the engine, and types of its doors.
import type { Finding } from '../engine/index.ts';
import { rangeOf } from '../engine/model/text.ts';

export const right: { readonly of?: Finding; readonly range: typeof rangeOf } = { range: rangeOf };
