/** Brings the marked passage into view where the address alone does not (`?start=&end=` without `#passage`). */
const passage = document.getElementById("passage");
if (passage !== null && location.hash === "") passage.scrollIntoView({ block: "center" });
