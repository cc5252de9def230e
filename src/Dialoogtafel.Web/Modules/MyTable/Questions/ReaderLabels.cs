using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.MyTable.Questions;

/// <summary>A row of questions with one mode. Numbers count the questions that take an answer, from 1.</summary>
public sealed record QuestionStretch(PreparationMode Mode, int From, int To)
{
    /// <summary>Stretches of questions of the same mode, in the order of asking.</summary>
    public static IReadOnlyList<QuestionStretch> Of(IEnumerable<AskedQuestion> asked)
    {
        var stretches = new List<QuestionStretch>();
        foreach (var mode in asked.Where(item => item.Question.TakesAnswer).Select(item => item.Set.Mode))
        {
            var last = stretches.LastOrDefault();
            if (last?.Mode == mode)
            {
                stretches[^1] = last with { To = last.To + 1 };
            }
            else
            {
                stretches.Add(new QuestionStretch(mode, (last?.To ?? 0) + 1, (last?.To ?? 0) + 1));
            }
        }

        return stretches;
    }
}

/// <summary>Who reads answers, by name, in the language of the request .</summary>
public sealed class ReaderLabels(Texts T, IReadOnlyList<string> names, string? standIn = null)
{
    public ReaderLabels(Texts T, Gathering gathering)
        : this(T, [.. gathering.Facilitators().Select(person => person.FirstName)], gathering.StandIn()?.FirstName) { }

    /// <summary>"Anna en Bert".</summary>
    public string Names => names.Count == 0 ? T["de begeleiders van deze tafel"] : string.Join(T[" en "], names);

    /// <summary>Who reads when one of them cannot; null while nobody was chosen.</summary>
    public string? StandIn =>
        standIn is null
            ? null
            : names.Count switch
            {
                0 => null,
                1 => T["Valt {0} uit? Dan leest {1} het.", Names, standIn],
                _ => T["Valt een van hen uit? Dan leest {0} het.", standIn],
            };

    /// <summary>"De begeleiders" by name, where a page says so of an answer; null while nobody was chosen.</summary>
    public string? Facilitators =>
        names.Count switch
        {
            0 => null,
            1 => T["De begeleider is {0}.", Names],
            _ => T["De begeleiders zijn {0}.", Names],
        };

    /// <summary>Who they are and who stands in, as one text.</summary>
    public string NamesAndStandIn => StandIn is { } more ? $"{Names}. {more}" : Names;

    /// <summary>Who reads these answers as long as the person chose nothing.</summary>
    public string Of(PreparationMode mode) =>
        mode switch
        {
            PreparationMode.BringAlong => T["Dit zijn aantekeningen voor uzelf. Niemand anders leest ze."],
            PreparationMode.SendIn when names.Count == 1 => T["Alleen {0} leest dit.", Names],
            PreparationMode.SendIn => T["Alleen {0} lezen dit.", Names],
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
        };

    public string Of(QuestionStretch stretch) =>
        stretch.From == stretch.To
            ? T["Vraag {0}: {1}", stretch.From, Of(stretch.Mode)]
            : T["Vraag {0} tot en met {1}: {2}", stretch.From, stretch.To, Of(stretch.Mode)];

    public string Of(AnswerReaders readers) =>
        readers switch
        {
            AnswerReaders.OnlyMe => T["Alleen ik"],
            AnswerReaders.Facilitators => T["De begeleiders"],
            AnswerReaders.BoardWithoutName => T["De begeleiders, en zonder mijn naam op het bord"],
            _ => throw new ArgumentOutOfRangeException(nameof(readers), readers, null),
        };

    /// <summary>The three choices as cards.</summary>
    public IReadOnlyList<Choice> Cards =>
        [
            new(
                AnswerReaders.OnlyMe,
                Of(AnswerReaders.OnlyMe),
                T["Niemand anders leest het. De begeleiders zien alleen dat u een antwoord heeft."]
            ),
            new(AnswerReaders.Facilitators, Of(AnswerReaders.Facilitators), NamesAndStandIn),
            new(
                AnswerReaders.BoardWithoutName,
                Of(AnswerReaders.BoardWithoutName),
                T["Tijdens de tafel mag het op het grote vel aan de muur. Niemand ziet daar van wie het is."]
            ),
        ];
}
