using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Admin.Privacy;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.AfterTable;

/// <summary>What is kept after a table goes on its date and with the person (S61, S62).</summary>
public sealed class AfterPrivacyTests
{
    [Fact]
    public async Task Words_and_notes_go_a_year_after_the_series_and_reports_a_year_later_and_the_numbers_stay()
    {
        using var site = new Site();
        var table = await BeenTable.On(site, "Anna");
        await (await table.LookBackOf("Anna")).Press(
            "Verstuur mijn antwoord",
            ("Form.Outcome", "Yes"),
            ("Form.Words", "woorden")
        );
        var organiser = await (await table.World.SignIn()).Go(table.Path("notities"));
        await organiser.Press("Bewaar de notities", ("Form.Lines", "kans: iets"));
        await (await organiser.Go(table.Path("verslag"))).Press("Maak het verslag");

        Assert.Equal((1, 1, true), await AtAsync(site, new(2027, 12, 2, 3, 30, 0, TimeSpan.Zero)));
        Assert.Equal((0, 0, true), await AtAsync(site, new(2027, 12, 4, 3, 30, 0, TimeSpan.Zero)));
        Assert.Equal((0, 0, false), await AtAsync(site, new(2028, 12, 4, 3, 30, 0, TimeSpan.Zero)));
        Assert.Equal(4, await site.Db(db => db.Attendances.CountAsync()));
    }

    [Fact]
    public async Task Erasing_takes_the_name_out_of_report_and_notes_and_the_bytes_of_the_lists_that_named_her()
    {
        using var site = new Site();
        var table = await BeenTable.On(site, "Anna", "Bram");
        await site.Db(async db =>
        {
            (await db.Persons.SingleAsync(item => item.FirstName == "Anna")).LastName = "van Kanarie";
            await db.SaveChangesAsync();
        });
        await table.GiveAsync("Anna", ContactField.Name, ContactField.Phone);
        await (await table.LookBackOf("Anna")).Press(
            "Verstuur mijn antwoord",
            ("Form.Outcome", "No"),
            ("Form.Words", "woorden")
        );
        var organiser = await (await table.World.SignIn()).Go(table.Path("notities"));
        await organiser.Press("Bewaar de notities", ("Form.Lines", "kans: Anna van Kanarie kent iemand"));
        await (await organiser.Go(table.Path("verslag"))).Press("Maak het verslag");
        await organiser.Go(table.Path("contactlijst/verzending"));
        await organiser.Press("Ja, naar 2 mensen");
        await table.PumpAsync();

        await using var scope = site.Services.CreateAsyncScope();
        Assert.True(
            await scope
                .ServiceProvider.GetRequiredService<Eraser>()
                .EraseAsync((await table.World.Read(table["Anna"])).PersonId, Hand.Self, site.Clock.Utc, default)
        );

        var cipher = site.Services.GetRequiredService<FieldCipher>();
        var texts = await site.Db(async db =>
            (await db.TableNotes.Select(item => item.Words).ToListAsync())
                .Concat(await db.TableReports.Select(item => item.Words!).ToListAsync())
                .Select(cipher.Open)
                .ToList()
        );
        Assert.All(texts, text => Assert.Contains("een deelnemer", text, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotContain("Kanarie", text, StringComparison.Ordinal));
        Assert.Empty(await site.Db(db => db.FetchChecks.ToListAsync()));
        Assert.Empty(await site.Db(db => db.Consents.ToListAsync()));
        Assert.Single(await site.Db(db => db.ContactListVersions.SelectMany(item => item.Receipts).ToListAsync()));
        Assert.Empty(
            await site.Db(db =>
                db.MailContents.Where(content =>
                        db.Mails.Any(mail => mail.Id == content.MailId && mail.Kind == "contactlijst")
                    )
                    .ToListAsync()
            )
        );
        Assert.Equal(
            2,
            await site.Db(db => db.Attendances.CountAsync(item => item.Presence == Domain.AfterTable.Presence.Present))
        );
    }

    [Fact]
    public async Task Her_own_file_says_that_she_was_there_what_she_said_and_what_she_gave()
    {
        using var site = new Site();
        var table = await BeenTable.On(site, "Anna");
        var anna = await table.LookBackOf("Anna");
        await anna.Press("Verstuur mijn antwoord", ("Form.Outcome", "Partly"), ("Form.Words", "eigen woorden"));
        await anna.Press("Bewaar mijn keuze", ("Give.Phone", "true"));

        await anna.Go(anna.Address.AbsolutePath.Replace("/terugblik", "/gegevens", StringComparison.Ordinal));

        Assert.Contains("u was er, opgeschreven op donderdag 3 december", anna.Text, StringComparison.Ordinal);
        Assert.Contains("een beetje, op de eigen pagina: eigen woorden", anna.Text, StringComparison.Ordinal);
        Assert.Contains("Op de contactlijst van de tafel: uw telefoonnummer", anna.Text, StringComparison.Ordinal);
    }

    private static async Task<(int Told, int Notes, bool Report)> AtAsync(Site site, DateTimeOffset moment)
    {
        site.Clock.Set(moment);
        await site.Run<RetentionJob>();
        return await site.Db(async db =>
            (
                await db.FetchChecks.CountAsync(),
                await db.TableNotes.CountAsync(),
                await db.TableReports.AnyAsync(item => item.Words != null)
            )
        );
    }
}
