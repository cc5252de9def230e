using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Outbox.Templates;

/// <summary>emailtemplates/README.md has one row a mail, and says of it what its class says.</summary>
public sealed class MailTableTests
{
    [Fact]
    public void Every_mail_has_one_row_that_is_true()
    {
        var rows = File.ReadLines(Path.Combine(RigFiles.Root, "emailtemplates", "README.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
            .ToList();

        Assert.Equal(
            MailCatalogue.All.Select(mail =>
                (
                    $"`{mail.Template}`",
                    mail.Label,
                    mail.DutchOnly ? "nl" : "nl, en",
                    Word(mail.CanBeTakenBack),
                    Word(mail.IsUnasked),
                    Word(mail.KeepsQuiet)
                )
            ),
            rows.Select(row => (row[0], row[1], row[3], row[4], row[5], row[6]))
                .OrderBy(row => row.Item1.Trim('`'), StringComparer.Ordinal)
        );
        Assert.All(rows, row => Assert.NotEqual("", row[2]));
    }

    private static string Word(bool holds) => holds ? "yes" : "";
}
