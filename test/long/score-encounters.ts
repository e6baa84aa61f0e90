// Prints precision and recall per field on the gold sentences: npx tsx test/long/score-encounters.ts [--differences]
// Differences are printed for the development part only; the held-out part stays unread while rules are written.

import { percent, readGold, scoreGold, type Score } from "../support/score-encounters.ts";

// fresh-1 and fresh-2 were scored once unseen (participants P 0.850 R 0.739, then P 0.974 R 0.712)
// before the rules were widened by what they showed.
// once-misread: sentences that the rules misread (participants P 0.618 R 0.483, 9 told as held that were not)
// before they were mended, with others beside them that were and are read well; those still missed are in it too.
const FILES = [
  "development.json",
  "held-out.json",
  "fresh-1.json",
  "fresh-2.json",
  "fresh-3.json",
  "once-misread.json",
];

for (const file of FILES) {
  const score = scoreGold(readGold(file));
  print(file, score);
  if (file === "development.json" && process.argv.includes("--differences")) {
    console.log(score.differences.join("\n"));
  }
}

function print(file: string, score: Score): void {
  const expected = score.recordsRecall.of;
  console.log(`${file}: ${score.items} texts, ${expected} encounters
  participants  P ${percent(score.participantsPrecision)}  R ${percent(score.participantsRecall)}
  records       P ${percent(score.recordsPrecision)}  R ${percent(score.recordsRecall)}
  mode ${percent(score.mode)}  status ${percent(score.status)}  place ${percent(score.place)}  date ${percent(score.date)}  setting ${percent(score.setting)}
  not held, told as held: ${score.plannedToldAsHeld}`);
}
