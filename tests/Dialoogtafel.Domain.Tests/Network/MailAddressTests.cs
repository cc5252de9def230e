using Dialoogtafel.Domain.Network;

namespace Dialoogtafel.Domain.Tests.Network;

public sealed class MailAddressTests
{
    [Theory]
    [InlineData("amina@voorbeeld.example", "amina@voorbeeld.example")]
    [InlineData("  Amina@Voorbeeld.example ", "amina@voorbeeld.example")]
    [InlineData("Jan <jan@voorbeeld.example>", "jan@voorbeeld.example")]
    [InlineData("\"Jansen, Jan\" <jan@voorbeeld.example>", "jan@voorbeeld.example")]
    [InlineData("<jan@voorbeeld.example>", "jan@voorbeeld.example")]
    [InlineData("mailto:jan@voorbeeld.example?subject=Tafel", "jan@voorbeeld.example")]
    [InlineData("MAILTO:jan@voorbeeld.example", "jan@voorbeeld.example")]
    [InlineData("jan@voorbeeld.example;", "jan@voorbeeld.example")]
    [InlineData("jan@voorbeeld.example,", "jan@voorbeeld.example")]
    [InlineData("jan@voorbeeld.example.", "jan@voorbeeld.example")]
    [InlineData("jan@voorbeeld.example\u200B", "jan@voorbeeld.example")]
    [InlineData("\uFEFFjan@voorbeeld.example", "jan@voorbeeld.example")]
    [InlineData("jan@voorbeeld.example\u00A0\r\n", "jan@voorbeeld.example")]
    [InlineData("o'hara+tafel@sub.voorbeeld.example", "o'hara+tafel@sub.voorbeeld.example")]
    [InlineData("post@café.example", "post@café.example")]
    [InlineData("post@cafe\u0301.example", "post@café.example")]
    [InlineData("jörg@voorbeeld.example", "jörg@voorbeeld.example")]
    public void What_is_plain_is_cleaned(string typed, string stored)
    {
        Assert.Equal(new(stored, null), MailAddress.Read(typed));
        Assert.True(MailAddress.Passes(stored));
    }

    [Theory]
    [InlineData("jan jansen@voorbeeld.example", "spatie")]
    [InlineData("anna@werk,nl", "komma")]
    [InlineData("jan.@voorbeeld.example", "vóór de @")]
    [InlineData(".jan@voorbeeld.example", "vóór de @")]
    [InlineData("jan..jansen@voorbeeld.example", "vóór de @")]
    [InlineData("@voorbeeld.example", "vóór de @")]
    [InlineData("jan(werk)@voorbeeld.example", "vóór de @")]
    [InlineData("\"jan jansen\"@voorbeeld.example", "spatie")]
    [InlineData("jan.voorbeeld.example", "hoort een @")]
    [InlineData("jan@", "na de @")]
    [InlineData("jan@voorbeeld", "na de @")]
    [InlineData("jan@-voorbeeld.example", "na de @")]
    [InlineData("jan@voor_beeld.example", "na de @")]
    [InlineData("jan@voorbeeld..example", "na de @")]
    [InlineData("jan@[127.0.0.1]", "na de @")]
    [InlineData("jan@@voorbeeld.example", "twee @")]
    [InlineData("jan@werk.example, jan@thuis.example", "meer adressen")]
    [InlineData("jan@werk.example;jan@thuis.example", "meer adressen")]
    [InlineData("jan@werk.example jan@thuis.example", "meer adressen")]
    [InlineData("Jan <jan@werk.example>, Piet <piet@werk.example>", "meer adressen")]
    [InlineData("jan@voor\u200Bbeeld.example", "niet ziet")]
    [InlineData("jan@voorbeeld.example\0x", "niet ziet")]
    public void What_is_not_plain_is_refused_in_words(string typed, string word)
    {
        var (address, problem) = MailAddress.Read(typed);
        Assert.Null(address);
        Assert.Contains(word, problem, StringComparison.Ordinal);
        Assert.False(MailAddress.Passes(typed));
    }

    [Fact]
    public void Lengths_are_those_of_a_mail_server()
    {
        Assert.NotNull(MailAddress.Read(new string('a', 64) + "@voorbeeld.example").Address);
        Assert.NotNull(MailAddress.Read(new string('a', 65) + "@voorbeeld.example").Problem);
        Assert.NotNull(MailAddress.Read(new string('é', 33) + "@voorbeeld.example").Problem);
        Assert.NotNull(MailAddress.Read("a@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 5)) + ".example").Problem);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u200B ")]
    public void Nothing_typed_is_no_address_and_no_problem(string? typed) => Assert.Equal(default, MailAddress.Read(typed));
}
