using System.Text.Encodings.Web;
using System.Text.Json;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Demo;

/// <summary>
/// The links into the demo, as paths: the address is known only when the site listens. File: data/demo/links.json.
/// </summary>
public sealed record DemoLinks(
    string File,
    string Organiser,
    string CoResearcher,
    string Facilitator,
    IReadOnlyList<(string Name, string Path)> Participants,
    IReadOnlyList<(string Name, string Path)> Actions
)
{
    /// <summary>
    /// A demo's sign-in link works again and again: it is written in a file and typed over by newcomers.
    /// </summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3650);

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Makes fresh sign-in links (only their hashes are stored) and finds those of the participants; at every start of
    /// the demo.
    /// </summary>
    internal static async Task<DemoLinks> MakeAsync(
        DialoogtafelDb db,
        LinkTokens tokens,
        InstallationOptions options,
        DateTime now,
        CancellationToken stop
    )
    {
        await db
            .SignInRequests.Where(item => item.AccountId != null && item.BrowserHash == null)
            .ExecuteDeleteAsync(stop);
        var organiser = await SignInAsync(db, DemoWorld.OrganiserMail, now, stop);
        var coResearcher = await SignInAsync(db, DemoWorld.CoResearcherMail, now, stop);
        var facilitator = await SignInAsync(db, DemoWorld.FacilitatorMail, now, stop);
        var people = await (
            from link in db.Links.AsNoTracking()
            join person in db.Persons on link.PersonId equals person.Id
            where
                link.Purpose == LinkPurpose.MyTable || (link.Purpose == LinkPurpose.Action && link.WithdrawnAt == null)
            orderby link.Id
            select new
            {
                link,
                person.FirstName,
                person.LastName,
            }
        ).ToListAsync(stop);
        await db.SaveChangesAsync(stop);
        return new DemoLinks(
            Path.Combine(options.DataFolder, "links.json"),
            organiser,
            coResearcher,
            facilitator,
            [
                .. people
                    .Where(item => item.link.Purpose == LinkPurpose.MyTable)
                    .Select(item => ($"{item.FirstName} {item.LastName}", $"/u/{tokens.For(item.link)}")),
            ],
            [
                .. people
                    .Where(item => item.link.Purpose == LinkPurpose.Action)
                    .Select(item => ($"{item.FirstName} {item.LastName}", $"/a/{tokens.For(item.link)}")),
            ]
        );
    }

    /// <summary>Says where to begin and writes all links to the file.</summary>
    public void Announce(string address)
    {
        System.IO.File.WriteAllText(
            File,
            JsonSerializer.Serialize(
                new
                {
                    Organiser = address + Organiser,
                    CoResearcher = address + CoResearcher,
                    Facilitator = address + Facilitator,
                    Participants = Participants.Select(item => new { item.Name, Url = address + item.Path }),
                    Actions = Actions.Select(item => new { item.Name, Url = address + item.Path }),
                },
                Readable
            )
        );
        Console.WriteLine("De demo: alles is verzonnen en niets gaat naar buiten.");
        Console.WriteLine($"  Organisator:     {address}{Organiser}");
        Console.WriteLine($"  Co-onderzoeker:  {address}{CoResearcher}");
        Console.WriteLine($"  Begeleider:      {address}{Facilitator}");
        foreach (var (name, path) in Participants.Take(3))
        {
            Console.WriteLine($"  {name + ":", -16} {address}{path}");
        }

        Console.WriteLine($"  Alle links:      {File}");
    }

    private static async Task<string> SignInAsync(DialoogtafelDb db, string mail, DateTime now, CancellationToken stop)
    {
        var account = await db.Users.SingleAsync(item => item.Email == mail, stop);
        var token = SignInSecrets.NewToken();
        db.SignInRequests.Add(
            new SignInRequest
            {
                AccountId = account.Id,
                TokenHash = SignInSecrets.Hash(token),
                ExpiresAt = now + Lifetime,
            }
        );
        return $"/team/in/{token}";
    }
}
