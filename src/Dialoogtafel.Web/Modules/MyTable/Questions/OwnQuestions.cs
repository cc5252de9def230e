using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Modules.Preparation;

namespace Dialoogtafel.Web.Modules.MyTable.Questions;

/// <summary>
/// What the pages with preparation questions know: whose link was opened, what she is asked, and what of her answers
/// may be shown here.
/// </summary>
public sealed record OwnQuestions(OpenLink Link, Invitation Invitation, MyTablePages Pages, OwnPreparation Preparation)
{
    /// <summary>What the addresses of these pages begin with.</summary>
    public string Path => $"{Link.Path}/vragen";

    /// <summary>Nothing is asked once the table has begun or does not take place.</summary>
    public IReadOnlyList<AskedQuestion> Asked => Pages.MayPrepare ? Preparation.Asked : [];

    /// <summary>Her answers that may be shown in this browser, oldest first (S06).</summary>
    public IReadOnlyList<Answer> Seen => [.. Preparation.Answers.Where(item => Pages.MaySee(item.Device, item.At))];

    /// <summary>Answers that are not shown here, by whether a mailed link would show them.</summary>
    public (bool Elsewhere, bool Before) Hidden =>
        Pages.Hidden(Preparation.Answers.Select(item => (item.Device, (DateTime?)item.At)));

    public AskedQuestion? Find(int question) =>
        Preparation.Asked.Concat(Preparation.Former).FirstOrDefault(item => item.Question.Id == question);

    /// <summary>
    /// The answer that stands in the box of a fresh page: the newest that was typed here, else the newest that may be
    /// shown here.
    /// </summary>
    public Answer? ServedTo(int question)
    {
        var seen = Seen.Where(item => item.QuestionId == question).OrderBy(item => item.At).ToList();
        return seen.LastOrDefault(IsOfThisDevice) ?? seen.LastOrDefault();
    }

    public bool IsOfThisDevice(Answer answer) =>
        answer is { ById: null, Device: { } device } && device == Link.Device?.Hash;

    /// <summary>
    /// The address after this question; the review page after the last one, the start page for one that is not asked
    /// any more.
    /// </summary>
    public string After(int question) =>
        PlaceOf(question) switch
        {
            < 0 => Path,
            var place when place + 1 < Asked.Count => AddressOf(Asked[place + 1]),
            _ => $"{Path}/nakijken",
        };

    public bool IsLast(AskedQuestion item) => Asked[^1] == item;

    public string Before(int question) => PlaceOf(question) is > 0 and var place ? AddressOf(Asked[place - 1]) : Path;

    /// <summary>Where she was; the first question before she was anywhere.</summary>
    public string Onwards =>
        AddressOf(
            Asked.FirstOrDefault(item => item.Question.Id == Preparation.Preparation?.LastQuestionId) ?? Asked[0]
        );

    public string AddressOf(AskedQuestion item) => FormattableString.Invariant($"{Path}/{item.Question.Id}");

    /// <summary>From 1 among the questions that take an answer; 0 for one that does not.</summary>
    public int NumberOf(AskedQuestion item) =>
        item.Question.TakesAnswer ? Asked.Where(other => other.Question.TakesAnswer).ToList().IndexOf(item) + 1 : 0;

    private int PlaceOf(int question) => Asked.ToList().FindIndex(item => item.Question.Id == question);
}

/// <summary>Opens the pages with questions behind a personal link, in the language of its owner.</summary>
public sealed class QuestionGate(MyTableGate gate, PreparationReader reader)
{
    /// <summary>Null when there is no such link, or no table that it could be about.</summary>
    public async Task<OwnQuestions?> OpenAsync(HttpContext http, CancellationToken stop)
    {
        if (await gate.OpenAsync(http, stop) is not { } pages)
        {
            return null;
        }

        pages.Preparation = await reader.ReadAsync(pages.Facts, stop);
        return new OwnQuestions(pages.Link, pages.Facts, pages, pages.Preparation);
    }
}
