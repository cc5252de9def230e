using Dialoogtafel.Domain.Invitations;

namespace Dialoogtafel.Domain.Tests.Invitations;

/// <summary>What was told about somebody else is kept as one line that people read, and read back whole.</summary>
public sealed class NamedSubstituteTests
{
    [Theory]
    [InlineData("Bram Peeters", "bram@voorbeeld.example", null, true)]
    [InlineData("Bram", null, "06 555 01 099", false)]
    [InlineData("Anne-Fleur van der Berg", "a@b.example", "+31 6 (555) 01-099", true)]
    [InlineData("Bram", "bram@voorbeeld.example", "06 555 01 099, na zes uur", false)]
    public void What_was_told_is_read_back(string name, string? email, string? phone, bool agreed)
    {
        var told = new NamedSubstitute(name, email, phone, agreed);

        Assert.Equal(told, NamedSubstitute.Read(told.InWords()));
    }

    [Theory]
    [InlineData("Bram · Peeters", "Bram Peeters")]
    [InlineData(" Bram \r\n Peeters ", "Bram Peeters")]
    [InlineData("weet ervan", "weet ervan")]
    public void A_name_cannot_be_taken_for_another_part(string typed, string read) =>
        Assert.Equal(
            new NamedSubstitute(read, null, "06 555", true),
            NamedSubstitute.Read(new NamedSubstitute(typed, " ", "06 555", true).InWords())
        );

    [Theory]
    [InlineData("")]
    [InlineData("weet ervan")]
    [InlineData("Bram Peeters, collega, bram@voorbeeld.example. Hij weet ervan.")]
    [InlineData("dinsdag · in de ochtend")]
    public void Other_words_are_no_substitute(string words) => Assert.Null(NamedSubstitute.Read(words));

    [Theory]
    [InlineData("Bram Peeters", "Bram", "Peeters")]
    [InlineData("Bram van der Berg", "Bram", "van der Berg")]
    [InlineData("Bram", "Bram", "")]
    public void The_first_word_is_the_first_name(string name, string first, string last) =>
        Assert.Equal(
            (first, last),
            (
                new NamedSubstitute(name, null, null, true).FirstName,
                new NamedSubstitute(name, null, null, true).LastName
            )
        );
}
