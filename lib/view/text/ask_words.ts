/**
 * Texts of the page that answers questions, around what the answer itself says; see `en.ts` and `de.ts`.
 *
 * @module
 */
export const ASK_EN = {
  "ask.title": "Ask about the weather",
  "ask.intro":
    "A question in plain words about one aerodrome, in English or German, answered from its reports: what is observed, everything that the forecast allows, and the raw reports beside it. Facts, never a judgement.",
  "ask.question": "Your question",
  "ask.hint": "Name a place, a time in UTC (now if none) and what you want to know.",
  "ask.submit": "Ask",
  "ask.examples": "Questions that work:",
  "ask.example.category": "Will it be VFR at {station} at {time}?",
  "ask.example.ceiling": "Is the ceiling at {station} above 2000 ft in 3 hours?",
  "ask.example.wind": "Wind and gusts at {station} from {time} to {later}",
  "ask.example.thunder": "Any thunderstorms at {station} in the next 6 hours?",
  "ask.understood": "Understood",
  "ask.answer": "Answer",
  "ask.answered": "Answer of {time}. Not an official briefing.",
  "ask.age": "{time}, {age} old, {provider}",
  "ask.ahead": "{time}, {provider}",
  "ask.station": "All reports of {station}",
  "ask.history": "Reports of the past",
  "ask.pireps": "Pilot reports near {station}",
  "ask.brief": "Briefing for a route",
  "ask.text": "As text",
  "ask.json": "JSON",
  "ask.model": "Let {model} read it",
  "ask.modelHint":
    "The question, and nothing else, goes to a language model, which says what is asked for. The answer is made by fixed rules as before.",
  "ask.tooLong": "A question may have {most} characters; this one has {count}.",
} as const;

export const ASK_DE: Readonly<Record<keyof typeof ASK_EN, string>> = {
  "ask.title": "Nach dem Wetter fragen",
  "ask.intro":
    "Eine Frage in einfachen Worten zu einem Flugplatz, auf Deutsch oder Englisch, beantwortet aus seinen Meldungen: was beobachtet ist, alles, was die Vorhersage zulässt, und die Originalmeldungen daneben. Tatsachen, nie ein Urteil.",
  "ask.question": "Ihre Frage",
  "ask.hint": "Einen Ort nennen, eine Zeit in UTC (sonst jetzt) und was Sie wissen möchten.",
  "ask.submit": "Fragen",
  "ask.examples": "Fragen, die gehen:",
  "ask.example.category": "Wird es in {station} um {time} VFR?",
  "ask.example.ceiling": "Ist die Hauptwolkenuntergrenze in {station} in 3 Stunden über 2000 ft?",
  "ask.example.wind": "Wind und Böen in {station} von {time} bis {later}",
  "ask.example.thunder": "Gibt es in {station} in den nächsten 6 Stunden Gewitter?",
  "ask.understood": "Verstanden",
  "ask.answer": "Antwort",
  "ask.answered": "Antwort von {time}. Kein amtliches Briefing.",
  "ask.age": "{time}, {age} alt, {provider}",
  "ask.ahead": "{time}, {provider}",
  "ask.station": "Alle Meldungen von {station}",
  "ask.history": "Frühere Meldungen",
  "ask.pireps": "Pilotenmeldungen um {station}",
  "ask.brief": "Briefing für eine Strecke",
  "ask.text": "Als Text",
  "ask.json": "JSON",
  "ask.model": "Von {model} lesen lassen",
  "ask.modelHint":
    "Die Frage, und sonst nichts, geht an ein Sprachmodell, das sagt, wonach gefragt ist. Die Antwort entsteht wie sonst nach festen Regeln.",
  "ask.tooLong": "Eine Frage darf {most} Zeichen haben; diese hat {count}.",
};
