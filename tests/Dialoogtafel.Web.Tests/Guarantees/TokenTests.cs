using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>S01: tokens of 160 bits, derived and stored nowhere.</summary>
public sealed class TokenTests
{
    private const int Many = 100_000;

    [Fact]
    public void A_hundred_thousand_tokens_are_all_different_and_39_characters_long()
    {
        var tokens = new LinkTokens(RandomNumberGenerator.GetBytes(32));
        var id = typeof(PersonalLink).GetProperty(
            nameof(PersonalLink.Id),
            BindingFlags.Instance | BindingFlags.Public
        )!;
        var (whole, secret) = (new HashSet<string>(), new HashSet<string>());
        for (var number = 1; number <= Many; number++)
        {
            var link = new PersonalLink
            {
                Purpose = LinkPurpose.MyTable,
                PersonId = 1,
                GatheringId = 1,
                CreatedAt = FixedClock.Start.UtcDateTime,
            };
            id.SetValue(link, number);
            var token = tokens.For(link);
            Assert.Equal(39, token.Length);
            Assert.Equal(number, LinkTokens.IdOf(token));
            whole.Add(token);
            secret.Add(token[7..]);
        }

        Assert.Equal((Many, Many), (whole.Count, secret.Count));
    }

    [Fact]
    public void Another_purpose_version_or_secret_gives_another_token()
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        PersonalLink Link(LinkPurpose purpose) =>
            new()
            {
                Purpose = purpose,
                PersonId = 1,
                GatheringId = 1,
                CreatedAt = FixedClock.Start.UtcDateTime,
            };
        var renewed = Link(LinkPurpose.MyTable);
        renewed.Renew();
        string[] tokens =
        [
            new LinkTokens(secret).For(Link(LinkPurpose.MyTable)),
            new LinkTokens(secret).For(Link(LinkPurpose.SeeAgain)),
            new LinkTokens(secret).For(renewed),
            new LinkTokens(RandomNumberGenerator.GetBytes(32)).For(Link(LinkPurpose.MyTable)),
        ];
        Assert.Equal(tokens.Length, tokens.Distinct().Count());
    }

    [Fact]
    public async Task No_token_of_a_mail_is_readable_in_what_is_stored()
    {
        using var site = new Site();
        await FullHouse.On(site);
        var tokens = (await site.MailsAsync())
            .SelectMany(mail => mail.Links)
            .Select(link => link.Segments[^1])
            .Where(part => part.Length >= 39)
            .Distinct()
            .ToList();
        var options = site.Services.GetRequiredService<InstallationOptions>();
        // The log of writes goes with the last connection: one stays open, and wrote.
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DialoogtafelDb>();
        await db.Database.OpenConnectionAsync();
        await db.Installation.ExecuteUpdateAsync(set => set.SetProperty(row => row.Phone, row => row.Phone));
        // The local mailbox holds the mails themselves, in place of a server; keys lie apart.
        var stored = Directory
            .GetFiles(options.DataFolder, "*", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(site.MailFolder, StringComparison.Ordinal))
            .ToList();

        Assert.True(tokens.Count >= FullHouse.Names.Length + 2, $"only {tokens.Count} tokens");
        Assert.Contains(options.DatabaseFile, stored);
        Assert.Contains(options.DatabaseFile + "-wal", stored);
        Assert.Contains(
            World.Organiser,
            Read(options.DatabaseFile) + Read(options.DatabaseFile + "-wal"),
            StringComparison.Ordinal
        );
        foreach (var content in stored.Where(file => !file.EndsWith(".in-use", StringComparison.Ordinal)).Select(Read))
        {
            Assert.All(tokens, token => Assert.DoesNotContain(token, content, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_code_of_a_sign_in_link_is_eight_digits_of_its_own()
    {
        var codes = new SignInCodes(RandomNumberGenerator.GetBytes(32));
        var all = Enumerable.Range(0, 1_000).Select(number => codes.For($"{number}")).ToList();

        Assert.All(all, code => Assert.Matches("^[0-9]{8}$", code));
        Assert.InRange(all.Distinct().Count(), 998, 1_000);
        Assert.True(codes.Matches($" {all[7][..4]}-{all[7][4..]}", "7"));
        Assert.False(codes.Matches(all[7], "8") || codes.Matches(null, "7"));
    }

    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
