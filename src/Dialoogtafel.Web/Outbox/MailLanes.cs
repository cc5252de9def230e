using System.Security.Cryptography;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;

namespace Dialoogtafel.Web.Outbox;

/// <summary>A mail of which the conversation has ended, and how.</summary>
internal sealed record SentMail(OutgoingMail Mail, SendResult Result);

/// <summary>
/// The connections of one run of the pump, each with one mail at a time. It begins with one; each mail that is accepted
/// allows one more, so that a server that refuses us is asked once and not by all of them. When another than the first
/// is refused before it carried anything, the run goes on with one: a server may limit the connections of one account,
/// and says so in many ways; whether it is about us, the first will hear.
/// </summary>
internal sealed class MailLanes(IMailTransport transport, FieldCipher cipher, string from, CancellationToken stop)
    : IAsyncDisposable
{
    private const string Broken = "Er ging iets mis tijdens het versturen.";
    private const string Unreadable = "De inhoud van deze mail is hier niet meer te lezen. Maak een nieuwe mail.";

    /// <summary>
    /// How long the result of one waits for those of the others: short beside a conversation with a server far away,
    /// long beside one with a server nearby, where the write is what takes time.
    /// </summary>
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(2);

    private readonly List<Lane> lanes = [new(transport.Open())];
    private int most = transport.Lanes;
    private int allowed = 1;

    public IReadOnlyList<OutgoingMail> UnderWay => [.. lanes.Select(lane => lane.Mail).OfType<OutgoingMail>()];

    /// <summary>How many mails can be taken now.</summary>
    public int Free => Math.Max(0, allowed - lanes.Count(lane => lane.Mail is not null));

    /// <param name="mails">At most as many as are free.</param>
    public void Send(IReadOnlyList<OutgoingMail> mails)
    {
        foreach (var mail in mails)
        {
            var lane = lanes.Find(item => item.Mail is null);
            if (lane is null)
            {
                lanes.Add(lane = new Lane(transport.Open()));
            }

            (lane.Mail, lane.Conversation) = (mail, SendAsync(lane.Session, mail));
        }
    }

    /// <summary>Waits until at least one has ended; none when none is under way.</summary>
    public async Task<IReadOnlyList<SentMail>> EndedAsync()
    {
        var busy = lanes.FindAll(lane => lane.Mail is not null);
        if (busy.Count == 0)
        {
            return [];
        }

        await Task.WhenAny(busy.Select(lane => lane.Conversation));
        await Task.WhenAny(Task.WhenAll(busy.Select(lane => lane.Conversation)), Task.Delay(Together));
        return await TakeAsync(busy.Where(lane => lane.Conversation.IsCompleted));
    }

    /// <summary>Waits until all have ended.</summary>
    public Task<IReadOnlyList<SentMail>> RestAsync() => TakeAsync(lanes.Where(lane => lane.Mail is not null));

    /// <summary>Those that were accepted first: they tell that the server takes our mail.</summary>
    private async Task<IReadOnlyList<SentMail>> TakeAsync(IEnumerable<Lane> those)
    {
        var ended = new List<SentMail>();
        foreach (var lane in those)
        {
            var result = Learn(lane, await lane.Conversation);
            ended.Add(new SentMail(lane.Mail!, result));
            lane.Mail = null;
        }

        return [.. ended.OrderBy(item => item.Result.Outcome == SendOutcome.Accepted ? 0 : 1)];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lane in lanes)
        {
            await lane.Conversation;
            await lane.Session.DisposeAsync();
        }
    }

    private SendResult Learn(Lane lane, SendResult result)
    {
        switch (result.Outcome)
        {
            case SendOutcome.Accepted:
                lane.HasCarried = true;
                allowed = Math.Min(allowed + 1, most);
                return result;
            case SendOutcome.Refused:
                return result;
            case SendOutcome.AboutUs or SendOutcome.TryAgain when lane != lanes[0] && !lane.HasCarried:
                most = allowed = 1;
                return new SendResult(SendOutcome.TryAgain, result.Reply);
            default:
                allowed = 1;
                return result;
        }
    }

    /// <summary>One mail that cannot be opened must not stop the others.</summary>
    private async Task<SendResult> SendAsync(IMailSession session, OutgoingMail mail)
    {
        byte[] bytes;
        try
        {
            bytes = cipher.OpenBytes(mail.Content ?? throw new CryptographicException());
        }
        catch (CryptographicException)
        {
            return new SendResult(SendOutcome.Refused, Unreadable);
        }

        try
        {
            return await session.SendAsync(from, mail.Recipient, bytes, stop);
        }
        catch (Exception)
        {
            // A session does not throw; if one does, nobody knows how far it came.
            return new SendResult(SendOutcome.Uncertain, Broken);
        }
    }

    private sealed class Lane(IMailSession session)
    {
        public IMailSession Session { get; } = session;

        public Task<SendResult> Conversation { get; set; } = Task.FromResult(new SendResult(SendOutcome.Accepted, ""));

        /// <summary>A mail was accepted over it.</summary>
        public bool HasCarried { get; set; }

        /// <summary>Null while it is free.</summary>
        public OutgoingMail? Mail { get; set; }
    }
}
