import { BriefVenue } from '@linking/application/venues/brief-venue.js';
import { daysLater } from './demo-days.js';
import { step, type HistoryStep } from './history-step.js';

/** The people at three of a programme's venues are told each autumn what the classes do there; the fourth was forgotten. */
export const briefingSteps = (first: number): readonly HistoryStep[] =>
  [0, 1, 2].map((index) =>
    step(daysLater(`${first}-10-12`, index), '15:45', (writer) => {
      const venueId = writer.venues[index] ?? '';
      return writer.world.commandBus.execute(new BriefVenue(venueId, undefined, writer.sender()));
    }),
  );
