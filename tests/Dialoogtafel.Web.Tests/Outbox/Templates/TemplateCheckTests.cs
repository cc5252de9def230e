using Dialoogtafel.Web.Modules.Invitations.Mails;

namespace Dialoogtafel.Web.Tests.Outbox.Templates;

/// <summary>A mistake in a template is found before anything is sent, with its file and line (D-20).</summary>
public sealed class TemplateCheckTests
{
    [Fact]
    public void The_shipped_templates_have_no_problems() => Assert.Empty(Shipped.Templates.Check());

    [Fact]
    public void A_missing_file_is_named()
    {
        var folder = Shipped.Copy();
        File.Delete(Path.Combine(folder, "en", "bevestiging.md"));

        var error = Assert.Throws<MailTemplateException>(() =>
            new MailTemplates(folder).EnsureUsable(Path.Combine(folder, "note"))
        );

        Assert.Equal(
            ["en/bevestiging.md: Dit bestand ontbreekt of kan niet worden gelezen."],
            error.Problems.Select(p => p.ToString())
        );
        Assert.Contains("- en/bevestiging.md: Dit bestand ontbreekt", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl/bevestiging.md")]
    [InlineData("layout.html")]
    public void A_file_that_changed_since_it_was_found_right_is_looked_at_again(string file)
    {
        var folder = Shipped.Copy();
        var (path, note) = (Path.Combine(folder, file), Path.Combine(folder, "note"));
        new MailTemplates(folder).EnsureUsable(note);
        var good = File.ReadAllText(path);

        File.WriteAllText(path, "Onderwerp: Hoi\n\n{{nergens}}");
        Assert.Throws<MailTemplateException>(() => new MailTemplates(folder).EnsureUsable(note));
        File.WriteAllText(path, good);
        new MailTemplates(folder).EnsureUsable(note);
    }

    [Fact]
    public void A_missing_layout_or_place_in_it_is_named()
    {
        var folder = Shipped.Copy();
        var layout = Path.Combine(folder, "layout.html");
        File.WriteAllText(layout, File.ReadAllText(layout).Replace("{{inhoud}}", "", StringComparison.Ordinal));
        Assert.Equal("layout.html: {{inhoud}} ontbreekt.", Assert.Single(new MailTemplates(folder).Check()).ToString());

        File.Delete(layout);
        Assert.Equal("layout.html", Assert.Single(new MailTemplates(folder).Check()).File);
    }

    [Theory]
    [InlineData("Beste {{voornam}},", 3, "{{voornam}} kennen wij niet. Wel: eigenZin, ")]
    [InlineData("{{#if rustruimte}}stil", 3, "{{#if …}} wordt niet afgesloten")]
    [InlineData("stil{{/if}}", 3, "{{/if}} sluit iets af dat niet open staat")]
    [InlineData("{{#if rustruimte}}stil{{/each}}", 3, "{{/each}} past niet bij {{#if …}} van regel 3")]
    [InlineData("{{rustruimte}}", 3, "{{rustruimte}} is ja of nee")]
    [InlineData("{{#each plaats}}x{{/each}}", 3, "{{plaats}} is geen lijst")]
    [InlineData("{{> ander}}", 3, "{{> ander}} kennen wij niet")]
    [InlineData("{{{voornaam}}}", 3, "De accolades kloppen niet")]
    [InlineData("{{voornaam", 3, "De accolades kloppen niet")]
    [InlineData("[klik](javascript:alert)", 3, "Een link begint met https://")]
    [InlineData("[klik]({{voornaam}})", 3, "Een link begint met https://")]
    [InlineData("![foto](https://tafel.example/x.png)", 3, "Een mail heeft geen plaatjes")]
    [InlineData("<https://tafel.example>", 3, "Schrijf een link zo")]
    [InlineData("    vier spaties", 3, "Deze opmaak kennen wij niet")]
    [InlineData("# Grote kop", 3, "Schrijf een kop met twee of drie hekjes")]
    [InlineData("teken \uE000", 3, "Hier staat een teken dat een mail niet kan tonen")]
    public void A_mistake_is_named_with_its_line(string line, int number, string message)
    {
        var problems = Check($"Onderwerp: Komt u?\n\n{line}\n\n{Rest}");

        var problem = Assert.Single(problems);
        Assert.Equal(("nl/uitnodiging.md", number), (problem.File, problem.Line));
        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Beste {{voornaam}},", "De eerste regel moet het onderwerp zijn")]
    [InlineData("Onderwerp:", "De eerste regel moet het onderwerp zijn")]
    [InlineData("Onderwerp: Dag {{voornaam}}", "{{voornaam}} mag niet in de onderwerpregel")]
    [InlineData("Onderwerp: Een tafel over NAH", "Noem geen hersenletsel in de onderwerpregel")]
    public void A_mistake_in_the_subject_is_on_line_1(string first, string message)
    {
        var problem = Check($"{first}\n\n{Rest}")[0];

        Assert.Equal(1, problem.Line);
        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_the_link_is_refused() =>
        Assert.Equal(
            "nl/uitnodiging.md: {{link}} ontbreekt (De eigen pagina van de deelnemer).",
            Assert.Single(Check($"Onderwerp: Komt u?\n\n{{{{telefoon}}}} {{{{viaWie}}}}\n")).ToString()
        );

    [Fact]
    public void Inside_a_list_only_the_placeholders_of_an_entry_count()
    {
        var problems = Shipped.Templates.CheckText(
            Shipped.Sample("link-opnieuw"),
            "nl",
            "Onderwerp: Uw link\n\n{{telefoon}}\n{{#each personen}}\n{{voornaam}} {{telefoon}}\n{{/each}}\n"
        );

        Assert.Equal(5, Assert.Single(problems).Line);
    }

    [Fact]
    public void A_changed_file_counts_from_the_next_mail_on()
    {
        var folder = Shipped.Copy();
        var templates = new MailTemplates(folder);
        var file = Path.Combine(folder, "nl", "uitnodiging.md");
        var before = templates.Render(InvitationMail.Sample, "nl").Subject;

        File.WriteAllText(file, $"Onderwerp: Een nieuwe regel\n\n{Rest}");
        File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddSeconds(5));

        Assert.NotEqual("Een nieuwe regel", before);
        Assert.Equal("Een nieuwe regel", templates.Render(InvitationMail.Sample, "nl").Subject);
    }

    private const string Rest = "[Antwoord]({{link}})\n\n{{telefoon}} {{viaWie}}\n";

    private static IReadOnlyList<TemplateProblem> Check(string text) =>
        Shipped.Templates.CheckText(InvitationMail.Sample, "nl", text);
}
