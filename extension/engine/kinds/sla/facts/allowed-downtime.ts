import { timeCounter } from '../../../resolve/counted-time.ts';
import { availabilityTarget } from '../../../resolve/service-levels.ts';
import { allowedDownSeconds } from '../../../measure/availability.ts';
import { exact, plain, subtract } from '../../../measure/decimal.ts';
import { defineFact } from '../../../rules/define.ts';
import { figure } from '../../../values/figures.ts';
import { figures, say } from '../../../values/say.ts';

export default defineFact({
  name: 'allowed-downtime',
  kinds: ['sla'],
  reads: [
    'sla/Service levels.Target',
    'sla/Service levels.Measure',
    'sla/Service levels.Service',
    'sla/Services.Hours',
    'sla/measured_over',
    'engagement/zone',
    'engagement/office_hours',
    'engagement/holidays',
    'engagement/Teams.Hours',
  ],
  unit: 'seconds',
  summary: 'How long a service may be down in the window that holds the as-of date',
  asOf: true,
  compute(view, { asOf }) {
    const counter = timeCounter(view, asOf);
    return view.rows('service_levels').flatMap((level) => {
      const target = availabilityTarget(level);
      const time = counter.at(level);
      if (target === undefined || time === undefined) return [];
      const { window, countedSeconds } = time;
      const perMinute = level.cells.measure?.value?.kind === 'availability per minute';
      const share = plain(subtract(exact(100), exact(target)));
      const counted =
        countedSeconds === window.seconds
          ? figures(`${figure(String(countedSeconds))} s`)
          : say("{{counted}} s within the service's hours, of {{window}} s", {
              counted: figures(figure(String(countedSeconds))),
              window: figures(figure(String(window.seconds))),
            });
      const down = { share: figures(share), counted, from: window.from, to: window.to };
      return [
        {
          at: level.cells.target!,
          value: String(allowedDownSeconds(target, countedSeconds, perMinute)),
          how: perMinute
            ? say(
                '{{share}} % of the {{counted}} from {{from}} to {{to}}, in whole minutes, rounded down',
                down,
              )
            : say('{{share}} % of the {{counted}} from {{from}} to {{to}}', down),
          data: {
            windowFrom: window.from,
            windowTo: window.to,
            windowSeconds: window.seconds,
            countedSeconds,
          },
        },
      ];
    });
  },
});
