using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;

namespace Dialoogtafel.Web.Modules.Tables.PracticalNeeds;

/// <summary>One telling of <see cref="Needs"/>, opened.</summary>
/// <param name="At">UTC.</param>
/// <param name="ById">The team member who wrote it down; null when the person did.</param>
public sealed record NeedsTold(
    IReadOnlyList<Need> Ticked,
    string? Text,
    int? Companions,
    string? CompanionName,
    DateTime At,
    int? ById
)
{
    /// <param name="row">Null gives a telling in which nothing was said.</param>
    public static NeedsTold Open(Needs? row, FieldCipher cipher)
    {
        if (row is null)
        {
            return new NeedsTold([], null, null, null, default, null);
        }

        var words = NeedsContent.Open(row.Words, cipher);
        return new NeedsTold(words.Ticked, words.Text, row.Companions, words.CompanionName, row.At, row.ById);
    }

    /// <summary>This telling after a form: a box that is left empty leaves what was said before as it was.</summary>
    public NeedsTold With(NeedsForm form)
    {
        var (name, companion) = (Filled(form.CompanionName), form.Companion);
        companion ??= name is null ? null : CompanionChoice.Comes;
        return this with
        {
            Ticked = form.Ticked,
            Text = Filled(form.Text) ?? Text,
            Companions = companion switch
            {
                null => Companions,
                CompanionChoice.Comes => 1,
                _ => 0,
            },
            CompanionName = companion == CompanionChoice.Alone ? null : name ?? CompanionName,
        };
    }

    public SealedText Seal(FieldCipher cipher) => new NeedsContent(Ticked, Text, CompanionName).Seal(cipher);

    public bool SaysTheSame(NeedsTold other) =>
        Ticked.SequenceEqual(other.Ticked)
        && (Text, Companions, CompanionName) == (other.Text, other.Companions, other.CompanionName);

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
