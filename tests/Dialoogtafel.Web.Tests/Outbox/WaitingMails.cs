using System.Diagnostics;
using System.IO.Compression;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Outbox;

/// <summary>
/// Makes a stored folder of a site that was killed in the middle of sending, with a waiting mail of each state
/// (tests/data/README.md). Everything in it was pressed on the pages of the site and said by a mail server; only the
/// people are put in by the rig.
/// </summary>
public static class WaitingMails
{
    private const string Perspective = "Ervaringsdeskundige";
    private const string Other = "quirine@hogeschool.example";

    /// <summary>The moment at which the site stood still; the folder is opened again from here.</summary>
    public static readonly DateTimeOffset Killed = FixedClock.Start.AddHours(1);

    /// <param name="zip">Where the folder goes; an earlier one is replaced.</param>
    public static async Task MakeAsync(string zip)
    {
        var folder = Directory.CreateTempSubdirectory("dialoogtafel-").FullName;
        await using var sink = new SmtpSink { Unknown = ["carla@voorbeeld.example"] };
        await using var site = new Site();
        var world = await OnAsync(site, sink);
        var still = await World.Beside(world, Other);

        var gerda = await world.Invite("Gerda", Perspective, "gerda@voorbeeld.example");
        await world.AnswerAsync(gerda, RsvpAnswer.Yes);
        await world.SendAsync();

        sink.Rule = (step, address) =>
            step == SmtpStep.Rcpt && address.StartsWith("anna", StringComparison.Ordinal) ? "451 4.7.1 later" : null;
        await InviteAsync(still, "Anna");
        await world.SendAsync();
        sink.At(SmtpStep.Dot, new SinkAct.Drop());
        await InviteAsync(still, "Bram");
        await world.SendAsync();
        await InviteAsync(still, "Carla");
        await world.SendAsync();

        site.Clock.Set(Killed.AddSeconds(-61));
        sink.At(SmtpStep.Dot, new SinkAct.Silence());
        await InviteAsync(still, "Dirk");
        site.Clock.Set(Killed);
        var taken = sink.Mails.Count;
        var pump = site.Run<MailPump>();
        await UntilAsync(() => sink.Mails.Count > taken);

        await InviteAsync(still, "Els");
        var (fatima, quirine) = await InviteAsync(still, "Fatima");
        await quirine.Go($"/uitnodigingen/{fatima}");
        await quirine.Press("Haal de mail terug");
        await world.MoveAsync(("Form.PlaceName", "De Schakel"));
        var hanna = await world.Invite("Hanna", Perspective, "hanna@voorbeeld.example");
        await world.AnswerAsync(hanna, RsvpAnswer.Maybe);
        var stranger = await Visitor.To(site).Go("/team/inloggen");
        await stranger.Press("Stuur mij een link", ("Email", World.Organiser));

        await CopyAsync(site, folder);
        File.Delete(zip);
        ZipFile.CreateFromDirectory(folder, zip);
        await sink.DisposeAsync();
        await pump;
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<World> OnAsync(Site site, SmtpSink sink)
    {
        var world = await World.On(site, 10, (Perspective, 0));
        await site.Db(async db =>
        {
            var settings = await db.Installation.SingleAsync();
            (settings.Route, settings.SmtpHost, settings.SmtpPort, settings.SmtpSecurity, settings.BaseAddress) = (
                MailRoute.Smtp,
                "127.0.0.1",
                sink.Port,
                SmtpSecurity.None,
                "https://tafel.example"
            );
            await db.SaveChangesAsync();
        });
        return world;
    }

    /// <summary>A person whose invitation an organiser sends from its own page.</summary>
    private static async Task<(int Invitation, Visitor Organiser)> InviteAsync(World world, string name)
    {
        var invitation = await world.Invite(
            name,
            Perspective,
            $"{name.ToLowerInvariant()}@voorbeeld.example",
            approached: false
        );
        var organiser = await (await world.SignIn(Other)).Go($"/uitnodigingen/{invitation}/voorbeeld");
        return (invitation, await organiser.Press($"Verstuur naar {name}"));
    }

    private static async Task UntilAsync(Func<bool> done)
    {
        var waited = Stopwatch.StartNew();
        while (!done())
        {
            if (waited.Elapsed > TimeSpan.FromMinutes(1))
            {
                throw new TimeoutException("The mail server heard nothing.");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>What a machine that stops leaves behind, without the helper files of an open database.</summary>
    private static async Task CopyAsync(Site site, string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        foreach (
            var file in Directory
                .GetFiles(site.Folder, "*", SearchOption.AllDirectories)
                .Where(file =>
                    !file.Contains("dialoogtafel.db", StringComparison.Ordinal)
                    && !file.EndsWith(".lock", StringComparison.Ordinal)
                )
        )
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(site.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(site.Folder, "data", "dialoogtafel.db")}"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $copy";
        command.Parameters.AddWithValue("$copy", Path.Combine(folder, "data", "dialoogtafel.db"));
        await command.ExecuteNonQueryAsync();
    }
}
