using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Domain.Tests.People;

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
    [InlineData("\tjan@voorbeeld.example\t", "jan@voorbeeld.example")]
    [InlineData("Jan (jan@voorbeeld.example)", "jan@voorbeeld.example")]
    [InlineData("Jan [mailto:jan@voorbeeld.example]", "jan@voorbeeld.example")]
    [InlineData("Jan<jan@voorbeeld.example>", "jan@voorbeeld.example")]
    [InlineData("Jan <jan@voorbeeld.example", "jan@voorbeeld.example")]
    [InlineData("jan@voorbeeld.example (werk)", "jan@voorbeeld.example")]
    [InlineData("jan@voorbeeld.example <jan@voorbeeld.example>", "jan@voorbeeld.example")]
    [InlineData("'jan@voorbeeld.example' <jan@voorbeeld.example>", "jan@voorbeeld.example")]
    [InlineData("\u201Cjan@voorbeeld.example\u201D", "jan@voorbeeld.example")]
    [InlineData("\u2018jan@voorbeeld.example\u2019", "jan@voorbeeld.example")]
    [InlineData("\u00ABjan@voorbeeld.example\u00BB", "jan@voorbeeld.example")]
    [InlineData("'jan@voorbeeld.example'", "jan@voorbeeld.example")]
    [InlineData("\"jan@voorbeeld.example\"", "jan@voorbeeld.example")]
    [InlineData("jan@voorbeeld.example>", "jan@voorbeeld.example")]
    [InlineData("<jan@voorbeeld.example>;", "jan@voorbeeld.example")]
    [InlineData("<mailto:jan@voorbeeld.example>", "jan@voorbeeld.example")]
    [InlineData("Jan <jan@voorbeeld.example>; ", "jan@voorbeeld.example")]
    [InlineData("mailto:jan%2Bwerk%40voorbeeld.example", "jan+werk@voorbeeld.example")]
    [InlineData("mailto:Jan%20%3Cjan@voorbeeld.example%3E", "jan@voorbeeld.example")]
    [InlineData("jan@voorbeeld.example\u2026", "jan@voorbeeld.example")]
    [InlineData("jan\uFF20voorbeeld.example", "jan@voorbeeld.example")]
    [InlineData("\uFF4A\uFF41\uFF4E\uFF20\uFF58\uFF0E\uFF4E\uFF4C", "jan@x.nl")]
    [InlineData("jan@voorbeeld\u3002example", "jan@voorbeeld.example")]
    [InlineData("jan@zorg\u2011groep.example", "jan@zorg-groep.example")]
    [InlineData("jan\u2013bos@voorbeeld.example", "jan-bos@voorbeeld.example")]
    [InlineData("o\u2019hara@voorbeeld.example", "o'hara@voorbeeld.example")]
    [InlineData("o\uFB03ce@voorbeeld.example", "office@voorbeeld.example")]
    [InlineData("\u200Fjan@voorbeeld.example\u200E", "jan@voorbeeld.example")]
    [InlineData("\u202Ajan@voorbeeld.example\u202C", "jan@voorbeeld.example")]
    [InlineData("jan@voorbeeld.example\uFE0F", "jan@voorbeeld.example")]
    [InlineData("\u3164jan@voorbeeld.example", "jan@voorbeeld.example")]
    [InlineData("jan&piet@voorbeeld.example", "jan&piet@voorbeeld.example")]
    [InlineData("jan_de-wit#1@voorbeeld.example", "jan_de-wit#1@voorbeeld.example")]
    [InlineData("post@xn--caf-dma.example", "post@café.example")]
    [InlineData("post@XN--CAF-DMA.Example", "post@café.example")]
    [InlineData("post@CAFÉ.example", "post@café.example")]
    [InlineData("post@straße.example", "post@straße.example")]
    [InlineData("post@r3---sn.example", "post@r3---sn.example")]
    [InlineData("ı\u0130@voorbeeld.example", "ı\u0130@voorbeeld.example")]
    [InlineData("post@l·l.example", "post@l·l.example")]
    [InlineData("post@مثال.example", "post@مثال.example")]
    public void What_is_plain_is_cleaned(string typed, string stored)
    {
        Assert.Equal(new(stored, null), MailAddress.Read(typed));
        Assert.Equal(new(stored, null), MailAddress.Read(stored));
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
    [InlineData("jan @ voorbeeld.example", "spatie")]
    [InlineData("jan@voorbeeld.e xample", "spatie")]
    [InlineData("Jan\tjan@voorbeeld.example", "spatie")]
    [InlineData("E-mail: jan@voorbeeld.example", "spatie")]
    [InlineData("jan\u00A0bos@voorbeeld.example", "spatie")]
    [InlineData("jan@werk.example, Piet <piet@thuis.example>", "meer adressen")]
    [InlineData("jan@werk.example (of jan@thuis.example)", "meer adressen")]
    [InlineData("jan@werk.example\njan@thuis.example", "meer adressen")]
    [InlineData("jan@werk.example/jan@thuis.example", "meer adressen")]
    [InlineData("[jan@werk.example](mailto:jan@werk.example)", "meer adressen")]
    [InlineData("mailto:jan@werk.example,piet@werk.example", "meer adressen")]
    [InlineData("jan@werk@voorbeeld.example", "twee @")]
    [InlineData("jan(at)voorbeeld.example", "hoort een @")]
    [InlineData("jan", "hoort een @")]
    [InlineData(".", "hoort een @")]
    [InlineData("jan,bos@voorbeeld.example", "komma")]
    [InlineData("jan😀@voorbeeld.example", "vóór de @")]
    [InlineData("jan\\bos@voorbeeld.example", "vóór de @")]
    [InlineData("https://jan@voorbeeld.example", "vóór de @")]
    [InlineData("jan&amp;piet@voorbeeld.example", "vóór de @")]
    [InlineData("\"jan\"@voorbeeld.example", "vóór de @")]
    [InlineData("jan\uD83D@voorbeeld.example", "vóór de @")]
    [InlineData("jan\uFFFE@voorbeeld.example", "vóór de @")]
    [InlineData("jan\u202Ebos@voorbeeld.example", "niet ziet")]
    [InlineData("jan\u00ADbos@voorbeeld.example", "niet ziet")]
    [InlineData("jan\uFE0Fbos@voorbeeld.example", "niet ziet")]
    [InlineData("jan\u3164@voorbeeld.example", "niet ziet")]
    [InlineData("jan@voorbeeld.n", "na de @")]
    [InlineData("jan@127.0.0.1", "na de @")]
    [InlineData("jan@voorbeeld;example", "na de @")]
    [InlineData("jan@voorbeeld.example-", "na de @")]
    [InlineData("jan@xn--a.example", "na de @")]
    [InlineData("jan@xn--.example", "na de @")]
    [InlineData("jan@r3---sn.xn--caf-dma.example", "na de @")]
    [InlineData("jan@😀.example", "na de @")]
    [InlineData("jan@voor•beeld.example", "na de @")]
    [InlineData("jan@voorbeeld.example!", "na de @")]
    [InlineData("jan@voorbeeld.example?subject=Tafel", "na de @")]
    [InlineData("jan@o'hara.example", "na de @")]
    [InlineData("jan@.example", "na de @")]
    [InlineData("jan@voorbeeld:25", "na de @")]
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
        Assert.NotNull(
            MailAddress.Read("a@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 5)) + ".example").Problem
        );
        Assert.NotNull(MailAddress.Read(OfLength(254)).Address);
        Assert.Equal("Dit mailadres is te lang.", MailAddress.Read(OfLength(255)).Problem);
        // 200 letters that become more on the wire.
        Assert.NotNull(
            MailAddress.Read("a@" + string.Join('.', Enumerable.Repeat(new string('é', 49), 5)) + ".example").Problem
        );
        Assert.Equal(
            "Dit mailadres is te lang.",
            MailAddress.Read(new string('a', 1_000_000) + "@voorbeeld.example").Problem
        );
        Assert.NotNull(MailAddress.Read(new string('<', 3000) + "jan@voorbeeld.example").Address);
    }

    [Fact]
    public void A_setter_cleans_what_is_plain_and_refuses_the_rest_beside_its_field()
    {
        var person = new Person { FirstName = "Jan", Email = "Jan <Jan@Voorbeeld.example>" };
        Assert.Equal("jan@voorbeeld.example", person.Email);

        var refusal = Assert.Throws<DomainRuleException>(() => person.Email = "anna@werk,nl");

        Assert.Equal(
            ("Er staat een komma in dit mailadres. Bedoelt u een punt?", "Email"),
            (refusal.Message, refusal.Field)
        );
        Assert.Equal("jan@voorbeeld.example", person.Email);
        person.Email = " \u200B";
        Assert.Null(person.Email);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u200B ")]
    public void Nothing_typed_is_no_address_and_no_problem(string? typed) =>
        Assert.Equal(default, MailAddress.Read(typed));

    private static string OfLength(int length) =>
        new string('a', 64)
        + "@"
        + string.Concat(Enumerable.Repeat(new string('b', 60) + ".", 2))
        + new string('c', length - 64 - 1 - 122 - 8)
        + ".example";
}
