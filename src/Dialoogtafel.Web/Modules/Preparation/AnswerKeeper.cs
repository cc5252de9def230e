using System.Security.Cryptography;
using System.Text;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Preparation;

/// <summary>One save of an open question page.</summary>
/// <param name="Text">What stands in the box now; for a choice or scale its number from 1.</param>
/// <param name="WordingId">The words that were read above it.</param>
/// <param name="Tab">Random name of the open page; the same for all its saves.</param>
/// <param name="Turn">Which save of that page it is, from 1; 0 without script.</param>
/// <param name="Served">What the page was served with; empty = an empty box.</param>
public sealed record TypedAnswer(string? Text, int WordingId, string Tab, int Turn, ServedAnswer Served);

/// <summary>
/// Which answer a page was served with, so that a page that changed nothing saves nothing and an old page overwrites
/// nothing.
/// </summary>
/// <param name="Print">Fingerprint of its text.</param>
public sealed record ServedAnswer(int? Answer, int Revision, string Print)
{
    public static ServedAnswer Empty { get; } = new(null, 0, "");

    public static ServedAnswer Of(Answer? answer, string? text) =>
        answer is null ? Empty : new(answer.Id, answer.Revision, PrintOf(text));

    /// <summary>As it stands in the form.</summary>
    public override string ToString() =>
        Answer is { } id
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}.{Revision}.{Print}")
            : "";

    /// <summary>Anything that is not ours reads as empty: then nothing is overwritten.</summary>
    public static ServedAnswer Parse(string? text) =>
        text?.Split('.') is [var id, var revision, var print]
        && int.TryParse(id, out var answer)
        && int.TryParse(revision, out var number)
            ? new(answer, number, print)
            : Empty;

    internal static string PrintOf(string? text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text ?? "")).AsSpan(0, 8));
}

public enum AnswerKept
{
    /// <summary>The box was empty: nothing was stored and nothing erased.</summary>
    Empty,

    /// <summary>It said what was stored already.</summary>
    Same,
    Kept,

    /// <summary>Something else was typed elsewhere meanwhile: kept beside it.</summary>
    Beside,
    TooLong,
}

/// <param name="Answer">The stored answer that says what this page says; null when there is none, also when the one
/// that it was served with says something else by now.</param>
public sealed record KeptAnswer(AnswerKept How, Answer? Answer);

/// <summary>
/// Stores what somebody types, or says to the team. Never over words from another device, tab or hand; an
/// empty box never erases.
/// </summary>
public sealed class AnswerKeeper(DialoogtafelDb db, FieldCipher cipher)
{
    /// <summary>Characters of one answer; about two printed pages.</summary>
    public const int MaxLength = 6000;

    /// <summary>Stores in a transaction of its own.</summary>
    /// <param name="device">Hash of the device on which it is typed; null for the team and for browsers without
    /// cookies.</param>
    public async Task<KeptAnswer> KeepAsync(
        int invitation,
        int question,
        string? device,
        Hand by,
        TypedAnswer typed,
        DateTime now,
        CancellationToken stop
    )
    {
        var text = typed.Text?.ReplaceLineEndings("\n").TrimEnd();
        if (string.IsNullOrWhiteSpace(text))
        {
            return new KeptAnswer(AnswerKept.Empty, null);
        }

        if (text.Length > MaxLength)
        {
            return new KeptAnswer(AnswerKept.TooLong, null);
        }

        await using var transaction = await db.BeginWriteAsync(stop);
        var mine = await db
            .Answers.Where(item =>
                item.InvitationId == invitation
                && item.QuestionId == question
                && item.Device == device
                && item.ById == by.ById
            )
            .OrderBy(item => item.Id)
            .ToListAsync(stop);
        var kept = Place(mine, text, typed) switch
        {
            (AnswerKept.Kept, { } row) => new KeptAnswer(AnswerKept.Kept, Write(row, text, typed, now)),
            (AnswerKept.Same, var row) => new KeptAnswer(AnswerKept.Same, row),
            var (how, _) => new KeptAnswer(how, Add(invitation, question, device, by, text, typed, now)),
        };
        await transaction.SaveAsync(stop);
        return kept;
    }

    /// <summary>Which stored answer these words belong to; none = an answer of its own.</summary>
    private (AnswerKept How, Answer? Row) Place(List<Answer> mine, string text, TypedAnswer typed)
    {
        var row = mine.FirstOrDefault(item => item.Tab == typed.Tab)
            ?? mine.FirstOrDefault(item => item.Id == typed.Served.Answer);
        var unchanged =
            typed.Served.Answer is not null
            && ServedAnswer.PrintOf(text) == typed.Served.Print
            && row?.Tab != typed.Tab;
        var same =
            row is null ? mine.FirstOrDefault(Says)
            : Says(row) ? row
            : null;
        if (unchanged || same is not null)
        {
            // Never a row that moved on: with its revision this page, which never showed those words, would go on over
            // them.
            return (AnswerKept.Same, same);
        }

        // The number of an option means something only beside the words that were read.
        bool Says(Answer item) => item.WordingId == typed.WordingId && cipher.Open(item.Words) == text;

        return row switch
        {
            null => (mine.Count == 0 ? AnswerKept.Kept : AnswerKept.Beside, null),
            _ when row.Tab == typed.Tab && typed.Turn > 0 && typed.Turn < row.Turn => (AnswerKept.Same, row),
            _ when row.Tab == typed.Tab || row.Revision == typed.Served.Revision => (AnswerKept.Kept, row),
            _ => (AnswerKept.Beside, null),
        };
    }

    private Answer Write(Answer row, string text, TypedAnswer typed, DateTime now)
    {
        (row.Words, row.WordingId, row.At, row.Tab, row.Turn) = (
            cipher.Seal(text),
            typed.WordingId,
            now,
            typed.Tab,
            typed.Turn
        );
        row.Revision++;
        return row;
    }

    private Answer Add(
        int invitation,
        int question,
        string? device,
        Hand by,
        string text,
        TypedAnswer typed,
        DateTime now
    )
    {
        var row = new Answer
        {
            InvitationId = invitation,
            QuestionId = question,
            WordingId = typed.WordingId,
            Device = device,
            Words = cipher.Seal(text),
            At = now,
            Channel = by.Channel,
            ById = by.ById,
            Tab = typed.Tab,
            Turn = typed.Turn,
        };
        db.Answers.Add(row);
        return row;
    }
}
