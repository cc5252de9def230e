using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dialoogtafel.Domain.Gatherings;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Engines;
using Dialoogtafel.Web.Mail;
using Dialoogtafel.Web.Settings;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Benchmarks;

/// <summary>
/// The same 1,000 mails with whichever engines are compiled: their bytes, what two readers by others make of them, and what the database says
/// afterwards, written to a folder. The folders of two sets differ in <c>mails</c> and are equal in <c>meaning</c> (diff -r).
/// </summary>
static partial class SameMails
{
    const int Invitations = 600, Confirmations = 400, Cancellations = 100;

    /// <summary>Names that a composer may get wrong.</summary>
    static readonly string[] Names =
    [
        "Anna", "Renée Çelik-Öztürk", "Jan \"de Lange\" Smit", "Wüst-Jørgensen van der Hoogenbandbreedte namens de dialoogtafels van de hogeschool", "O'Hara, Siân", "李小龍", "👩‍👩‍👧 Familie", "=?utf-8?Q?x?=", "مريم", "A. <b@c.example>",
    ];

    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<IReadOnlyList<Comparison>> Run(string folder, bool quick)
    {
        await using var sink = new MailSink { Keeps = true };
        using var site = new BenchSite();
        FixKeys(site);
        site.With("BaseAddress", "https://tafel.example").With("Smtp:Host", "127.0.0.1").With("Smtp:Port", $"{sink.Port}").With("Smtp:Security", "None").With("Smtp:From", World.From);
        site.StartServer();
        var world = await World.On(site, chairs: Confirmations);
        await site.Db(async db =>
        {
            var settings = await db.Installation.SingleAsync();
            (settings.Route, settings.SmtpHost, settings.SmtpPort) = (MailRoute.Smtp, "127.0.0.1", sink.Port);
            await db.SaveChangesAsync();
        });
        var people = await InviteAsync(world);
        await QueueAsync(site, people);
        await PumpAsync(site, sink, Invitations + Confirmations);
        var bytes = sink.Kept.Select(mail => (ReadOnlyMemory<byte>)mail).ToList();

        sink.Keeps = false;
        var rounds = quick ? 2 : 7;
        IReadOnlyList<Comparison> rates =
        [
            await Comparison.Measure($"{EngineServices.SetName}: sending", "mails/s", rounds, () => SendAsync(sink, bytes), () => RawMail.Write(sink.Port, bytes)),
            await Comparison.Measure($"{EngineServices.SetName}: pump", "mails/s", rounds, () => AgainAsync(site, sink, bytes.Count), () => RawMail.Write(sink.Port, bytes)),
            await Comparison.Measure($"{EngineServices.SetName}: pump, reference with one durable commit a mail", "mails/s", rounds, () => AgainAsync(site, sink, bytes.Count), () => NotedAsync(site, sink, bytes)),
        ];

        sink.Keeps = true;
        await CancelAsync(site, people[^Cancellations..]);
        await PumpAsync(site, sink, Cancellations);
        await WriteAsync(site, sink, folder);
        return rates;
    }

    static SmtpServer ServerOf(MailSink sink) => new("127.0.0.1", sink.Port, SmtpSecurity.None);

    /// <summary>The same secrets in every run, so that links are the same too.</summary>
    static void FixKeys(Site site)
    {
        var keys = Directory.CreateDirectory(Path.Combine(site.Folder, "keys")).FullName;
        File.WriteAllText(Path.Combine(keys, "link-secret"), Convert.ToBase64String(new byte[32]));
        File.WriteAllText(Path.Combine(keys, "field-key"), Convert.ToBase64String(new byte[32]));
    }

    static async Task<List<int>> InviteAsync(World world)
    {
        var perspective = world.Perspectives.Keys.Order(StringComparer.Ordinal).First();
        return await world.Invite([.. Enumerable.Range(0, Invitations + Confirmations).Select(n =>
            (Names[n % Names.Length], perspective, (string?)string.Create(CultureInfo.InvariantCulture, $"naam{n}@{(n % 7 == 0 ? "café" : "deelnemer")}.example"), (string?)null))]);
    }

    /// <summary>Invitations for the first, and for the rest the confirmation of a yes with its calendar file.</summary>
    static Task QueueAsync(BenchSite site, List<int> people) => ChangeAsync(site, people, async (mails, invitation, place) =>
    {
        if (place < Invitations) await mails.InviteAsync(invitation, default);
        else await AnswerAsync(site, mails, invitation, RsvpAnswer.Yes);
    });

    /// <summary>These said yes and say no now: the mail takes the entry out of the calendar.</summary>
    static Task CancelAsync(BenchSite site, List<int> people) => ChangeAsync(site, people, (mails, invitation, _) => AnswerAsync(site, mails, invitation, RsvpAnswer.No));

    static async Task AnswerAsync(BenchSite site, TableMails mails, Invitation invitation, RsvpAnswer answer)
    {
        invitation.Respond(answer, invitation.Gathering!, new SeatPlan(2 * Confirmations, new Dictionary<int, int>(), true, []), Hand.Self, site.Clock.Utc);
        await mails.ConfirmAsync(invitation, TimeSpan.Zero, default);
    }

    static async Task ChangeAsync(BenchSite site, List<int> people, Func<TableMails, Invitation, int, Task> change)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DialoogtafelDb>();
        var mails = scope.ServiceProvider.GetRequiredService<TableMails>();
        foreach (var (invitation, place) in (await db.Invitations.AsTracking().WithFacts().Where(item => people.Contains(item.Id)).OrderBy(item => item.Id).ToListAsync()).Select((item, i) => (item, i)))
            await change(mails, invitation, place);
        await db.SaveChangesAsync();
        site.Clock.Move(TimeSpan.FromMinutes(5));
    }

    static async Task PumpAsync(BenchSite site, MailSink sink, int count)
    {
        var before = sink.Received;
        await site.Run<MailPump>();
        if (sink.Received - before == count) return;
        var replies = await site.Db(db => db.Mails.AsNoTracking().Where(mail => mail.SentAt == null).Select(mail => mail.State + " " + mail.Reply).Distinct().Take(5).ToListAsync());
        throw new InvalidOperationException($"{sink.Received - before} of {count} mails arrived: {string.Join("; ", replies)}");
    }

    static async Task<double> AgainAsync(BenchSite site, MailSink sink, int count)
    {
        BenchSite.Sql(site.Database, "UPDATE Mails SET State = 'Queued', Attempts = 0, SentAt = NULL, Reply = NULL; PRAGMA wal_checkpoint(TRUNCATE)");
        var clock = Stopwatch.StartNew();
        await PumpAsync(site, sink, count);
        return count / clock.Elapsed.TotalSeconds;
    }

    static async Task<double> NotedAsync(BenchSite site, MailSink sink, List<ReadOnlyMemory<byte>> mails)
    {
        var copy = Path.Combine(site.Folder, "reference.db");
        if (!File.Exists(copy)) site.CopyDatabase();
        using var note = new DurableNote(copy);
        return await RawMail.Write(sink.Port, mails, note.Write);
    }

    static async Task<double> SendAsync(MailSink sink, List<ReadOnlyMemory<byte>> mails)
    {
        var clock = Stopwatch.StartNew();
        await using (var session = new SmtpTransport(ServerOf(sink)).Open())
            foreach (var mail in mails)
                if (await session.SendAsync(World.From, "anna@deelnemer.example", mail, default) is { Outcome: not SendOutcome.Accepted } result) throw new InvalidOperationException(result.Reply);
        return mails.Count / clock.Elapsed.TotalSeconds;
    }

    static async Task WriteAsync(BenchSite site, MailSink sink, string folder)
    {
        var (mails, meaning) = (Directory.CreateDirectory(Path.Combine(folder, "mails")).FullName, Directory.CreateDirectory(Path.Combine(folder, "meaning")).FullName);
        var names = await site.Db(db => db.Mails.AsNoTracking().ToDictionaryAsync(mail => mail.MessageId, mail => mail.Key.Replace(':', '-')));
        var kept = sink.Kept.Select(mail => (Name: names[MessageId().Match(System.Text.Encoding.Latin1.GetString(mail)).Groups[1].Value], Bytes: mail)).OrderBy(mail => mail.Name, StringComparer.Ordinal).ToList();
        foreach (var (name, bytes) in kept) await File.WriteAllBytesAsync(Path.Combine(mails, name + ".eml"), bytes);

        var files = kept.Select(mail => Path.Combine(mails, mail.Name + ".eml")).ToArray();
        Write("first-reader.txt", kept.Zip(RigFiles.Ask<ReadMail[]>(["file", .. files]), (mail, read) => Line(mail.Name, Plain(read))));
        Write("second-reader.txt", kept.Zip(Referees.Read(kept.Select(mail => mail.Bytes)), (mail, read) => Line(mail.Name, read with
        {
            HeaderNames = [.. read.HeaderNames.Order(StringComparer.Ordinal)],
            Attachments = [.. read.Attachments.Select(file => file with { Calendar = file.Calendar with { Properties = [.. file.Calendar.Properties.Order(StringComparer.Ordinal)] } })],
        })));
        Write("facts.txt", DatabaseContent.Of(site).Rows.SelectMany(row => row.Value.Where(cell => !IsOfThisRun(cell.Key)).Select(cell => $"{row.Key.Split('/')[0]} {cell.Key.Split('.')[1]} {cell.Value}")).Order(StringComparer.Ordinal));

        void Write(string file, IEnumerable<string> lines) => File.WriteAllLines(Path.Combine(meaning, file), lines.Select(WithoutChance));
    }

    static string Line(string name, object read) => name + " " + JsonSerializer.Serialize(read, Readable);

    /// <summary>
    /// Order of headers and properties, and the letters in which a calendar is written, mean nothing. Addresses are read apart: Python 3.11 puts a
    /// space between two encoded words of a name, against RFC 2047 section 6.2.
    /// </summary>
    static ReadMail Plain(ReadMail mail) => mail with
    {
        Headers = [.. mail.Headers.Where(header => header.Name is not ("From" or "To" or "Reply-To")).OrderBy(header => header.Name, StringComparer.Ordinal)],
        Parts = [.. mail.Parts.Select(part => part with
        {
            Parameters = part.Parameters.Where(item => item.Key != "boundary").OrderBy(item => item.Key, StringComparer.Ordinal).ToDictionary(),
            Text = part.Calendar is null ? part.Text : null,
        })],
    };

    /// <summary>Bytes sealed with a random number, and the port of the sink.</summary>
    static bool IsOfThisRun(string column) => column.StartsWith("MailContents.", StringComparison.Ordinal) || column.EndsWith(".SmtpPort", StringComparison.Ordinal);

    /// <summary>Numbers drawn by lot, and what follows from them.</summary>
    static string WithoutChance(string line) => Boundary().Replace(Lot().Replace(line, "(id)"), "(boundary)");

    [GeneratedRegex("^Message-ID: *(?:\r\n )?<([^>]+)>", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex MessageId();

    [GeneratedRegex("[0-9A-Fa-f]{8}-?(?:[0-9A-Fa-f]{4}-?){3}[0-9A-Fa-f]{12}")]
    private static partial Regex Lot();

    [GeneratedRegex("=_[0-9a-f]{24}_[am]")]
    private static partial Regex Boundary();
}
