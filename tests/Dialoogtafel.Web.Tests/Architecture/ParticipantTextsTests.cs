using System.Text.RegularExpressions;

namespace Dialoogtafel.Web.Tests.Architecture;

public sealed partial class ParticipantTextsTests
{
    [Fact]
    public void Every_text_for_participants_has_an_English_one()
    {
        var known = ParticipantTexts.English.Select(text => text.Dutch).ToHashSet();
        Assert.Empty(
            ParticipantTexts
                .Used.Where(text => !known.Contains(text.Dutch))
                .Select(text => $"{text.File}: {text.Dutch}")
        );
    }

    [Fact]
    public void Every_English_text_is_used()
    {
        var used = ParticipantTexts.Used.Select(text => text.Dutch).ToHashSet();
        Assert.Empty(
            ParticipantTexts
                .English.Where(text => !used.Contains(text.Dutch))
                .Select(text => $"{text.File}: {text.Dutch}")
        );
    }

    [Fact]
    public void An_English_text_fills_in_the_same_values_and_says_something()
    {
        Assert.Empty(
            ParticipantTexts
                .English.Where(text =>
                    text.English.Trim().Length == 0 || !Holes(text.Dutch).SetEquals(Holes(text.English))
                )
                .Select(text => $"{text.Dutch}: {text.English}")
        );
        // Messages of forms reach the page filled in, so a text with a hole would not be found again.
        Assert.Empty(
            ParticipantTexts
                .Used.Where(text =>
                    text.File.EndsWith("Page.cs", StringComparison.Ordinal) && Holes(text.Dutch).Count > 0
                )
                .Select(text => text.Dutch)
        );
    }

    [Fact]
    public void Only_the_messages_of_a_form_and_the_names_of_mails_are_looked_up_without_their_text() =>
        Assert.Equal(
            [
                "Modules/People/Dossiers/DossierLabels.cs: T[MailCatalogue.LabelOf(kind)]",
                "Pages/ErrorSummaryTagHelper.cs: texts[message]",
                "Pages/ErrorSummaryTagHelper.cs: texts[message]",
                "Pages/FieldState.cs: texts[Error!]",
            ],
            ParticipantTexts.Computed.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_refusals_of_an_answer_are_found() =>
        Assert.Equal(
            3,
            ParticipantTexts.Used.Count(text => text.File.EndsWith("Invitation.cs", StringComparison.Ordinal))
        );

    private static HashSet<string> Holes(string text) => [.. Hole().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();
}
