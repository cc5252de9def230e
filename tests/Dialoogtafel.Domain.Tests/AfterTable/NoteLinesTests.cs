using Dialoogtafel.Domain.AfterTable;
using static Dialoogtafel.Domain.AfterTable.NoteKind;

namespace Dialoogtafel.Domain.Tests.AfterTable;

/// <summary>A box of notes, one a line .</summary>
public sealed class NoteLinesTests
{
    [Theory]
    [InlineData("kans: iets", Chance, "iets")]
    [InlineData("  - Knelpunt : te laat gebeld", Problem, "te laat gebeld")]
    [InlineData("s: het lukte", Success, "het lukte")]
    [InlineData("O:bellen", Solution, "bellen")]
    [InlineData("inzicht: twee: drie", Insight, "twee: drie")]
    [InlineData("• zonder woord", Problem, "zonder woord")]
    [InlineData("let op: dit is geen soort", Problem, "let op: dit is geen soort")]
    [InlineData("k: kan van alles zijn", Problem, "k: kan van alles zijn")]
    public void A_line_says_its_kind_or_gets_the_one_chosen(string line, NoteKind kind, string words) =>
        Assert.Equal(new TypedNote(kind, words), Assert.Single(NoteLines.Read(line, Problem)));

    [Fact]
    public void A_word_alone_is_the_heading_of_what_was_pasted_below_it() =>
        Assert.Equal(
            [new(Chance, "een"), new(Chance, "twee"), new(Solution, "drie")],
            NoteLines.Read("Kansen:\r\n\r\n* een\n* twee\noplossingen:\n* drie", null)
        );

    [Fact]
    public void Without_a_kind_nothing_is_guessed() =>
        Assert.Equal("Kind", Assert.Throws<DomainRuleException>(() => NoteLines.Read("zomaar", null)).Field);

    [Fact]
    public void A_line_that_is_too_long_is_refused() =>
        Assert.Equal(
            "Lines",
            Assert
                .Throws<DomainRuleException>(() => NoteLines.Read(new string('x', TableNote.MostLetters + 1), Chance))
                .Field
        );
}
