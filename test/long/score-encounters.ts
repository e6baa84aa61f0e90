// Prints precision and recall per field on the gold sentences: npx tsx test/long/score-encounters.ts [--differences]
// Differences are printed for the development part only; the held-out part stays unread while rules are written.

import {
  goldFiles,
  percent,
  readGold,
  scoreGold,
  type Score,
} from "../support/score-encounters.ts";

for (const file of goldFiles) {
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
