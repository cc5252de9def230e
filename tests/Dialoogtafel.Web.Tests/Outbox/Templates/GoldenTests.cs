using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Outbox.Templates;

/// <summary>
/// What goes out is kept in Outbox/Golden, so that a change shows up in the diff. APPROVE=1 writes the files anew.
/// </summary>
public sealed class GoldenTests
{
    private static readonly string Folder = Path.Combine(
        RigFiles.Root,
        "tests",
        "Dialoogtafel.Web.Tests",
        "Outbox",
        "Golden"
    );
    private static readonly bool Approve = Environment.GetEnvironmentVariable("APPROVE") == "1";

    [Theory, MemberData(nameof(Shipped.Mails), MemberType = typeof(Shipped))]
    public void A_mail_says_what_was_approved(string template, string language)
    {
        var mail = Shipped.Render(template, language);

        Compare(Path.Combine(Folder, language, template + ".txt"), $"Onderwerp: {mail.Subject}\n\n{mail.Text}");
        Compare(Path.Combine(Folder, language, template + ".html"), mail.Html);
    }

    [Fact]
    public void Every_approved_file_belongs_to_a_mail()
    {
        var expected = MailCatalogue.All.SelectMany(mail =>
            MailTemplates
                .Languages(mail)
                .SelectMany(language => new[] { $"{language}/{mail.Template}.html", $"{language}/{mail.Template}.txt" })
        );
        var present = Directory
            .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'));

        Assert.Equal(expected.Order(StringComparer.Ordinal), present.Order(StringComparer.Ordinal));
    }

    private static void Compare(string file, string actual)
    {
        if (Approve)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }
        Assert.True(File.Exists(file), $"{file} is missing: look at the mail, then run with APPROVE=1");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }
}
