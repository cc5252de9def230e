using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Newsletter.Mails;

namespace Dialoogtafel.Web.Modules.Newsletter.Privacy;

/// <summary>What belongs to a request for news.</summary>
public static class RequestQueries
{
    /// <summary>
    /// The mails that ask whether the address is right. They are of nobody, so that they are found by their key
    /// (<see cref="AskNewsMail.KeyOf"/>) when the request goes.
    /// </summary>
    public static IQueryable<OutgoingMail> MailsThatAsk(
        this DialoogtafelDb db,
        IQueryable<SubscriptionRequest> requests
    ) =>
        db.Mails.Where(mail =>
            mail.Kind == AskNewsMail.Name
            && requests.Any(request => mail.Key == AskNewsMail.Name + ":" + request.TokenHash)
        );
}
