import { describe, expect, it } from "vitest";
import { met } from "../support/tell-encounters.ts";

describe("a function without a country", () => {
  it.each([
    ["Le président a reçu lundi à Dakar le Premier ministre sortant Amadou Ba.", "Amadou Ba"],
    ["Le Premier ministre a rencontré Mélanie Joly lundi à Ottawa.", "Mélanie Joly"],
    ["Le président du tribunal a reçu l'avocate Clémence Witt.", "Clémence Witt"],
    ["Le président de l'association a rencontré la députée Marie Pochon.", "Marie Pochon"],
  ])("is nobody's whom the article does not name: %s", (text, only) => {
    expect(met(text)).toEqual([only]);
  });

  it("is not that of the holder of the same office elsewhere", () => {
    expect(
      met("Emmanuel Macron est à Lyon. Le président du tribunal a reçu l'avocate Clémence Witt."),
    ).toEqual(["Clémence Witt"]);
  });

  it("is that of whoever the article is about", () => {
    expect(
      met("Alassane Ouattara est rentré. Le chef de l'Etat s'est entretenu avec Josep Borrell."),
    ).toEqual(["Alassane Ouattara + Josep Borrell"]);
    expect(
      met("Le Premier ministre Abdoul Mbaye est à Thiès. Le président a rencontré Josep Borrell."),
    ).toEqual(["Josep Borrell"]);
    expect(
      met("Le ministre Abdoul Mbaye est à Thiès. Le ministre y a rencontré Josep Borrell."),
    ).toEqual(["Abdoul Mbaye + Josep Borrell"]);
  });

  it("is known where a nationality or a seat of power says the country", () => {
    expect(met("Le locataire de l'Elysée a reçu Josep Borrell.")).toEqual([
      "Emmanuel Macron + Josep Borrell",
    ]);
    expect(met("Le président français a reçu Josep Borrell.")).toEqual([
      "Emmanuel Macron + Josep Borrell",
    ]);
  });
});
